"""A few pages of the first publication as small pictures: what no check of text or tags can see.

`pytest --update` writes the pictures that look different; look at them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.pages import compare_page, difference, painted

PAGES = Path(__file__).parent / "pages"
BROCHURE = "a5-brochure.web.pdf"
SHOWN = [
    *((BROCHURE, number) for number in (1, 2, 3, 4, 5, 6, 7, 9, 11, 12)),
    ("dl-leaflet.web.pdf", 1),
    ("dl-leaflet.web.pdf", 2),
    ("a2-poster-2.web.pdf", 1),
    ("a2-poster-3.web.pdf", 1),
]


@pytest.mark.parametrize(("file", "number"), SHOWN)
def test_page(
    built: Path, file: str, number: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    name = f"{file.split('.')[0]}-{number:02}.png"
    compare_page(request, PAGES / name, painted(built / file, number), tmp_path)


def _heading_lower(page: Image.Image) -> Image.Image:
    """The heading of page 3, a quarter as wide as the page, moved down by 0.6 mm."""
    moved = page.copy()
    moved.paste(page.crop((20, 30, 100, 70)), (20, 31))
    return moved


def _grey_sentence(page: Image.Image) -> Image.Image:
    """The lead of page 3 in grey instead of red."""
    grey, lead = page.copy(), (20, 158, 215, 188)
    grey.paste(page.crop(lead).convert("L").convert("RGB"), lead)
    return grey


def _other_red(page: Image.Image) -> Image.Image:
    """The red of message 1 a little browner: #C8441B → #B8501B."""
    red, green, _blue = page.split()
    is_red = ImageChops.multiply(
        red.point([255 if 180 < value < 220 else 0 for value in range(256)]),
        green.point([255 if 50 < value < 90 else 0 for value in range(256)]),
    )
    return Image.composite(Image.new("RGB", page.size, "#B8501B"), page, is_red)


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "the page a pixel lower": lambda page: ImageChops.offset(page, 0, 1),
    "the heading lower": _heading_lower,
    "a sentence grey": _grey_sentence,
    "another red": _other_red,
    "another size": lambda page: page.resize((page.width - 1, page.height)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(built: Path, change: str) -> None:
    page = painted(built / BROCHURE, 3)
    apart = difference(page, CHANGES[change](page))
    assert apart.visible, f"{change} is not seen: {apart}"


def _aside(page: Image.Image) -> Image.Image:
    """A sixth of a pixel to the left and up, as another version of a painter may have it."""
    step = (1, 0, 0.15, 0, 1, 0.15)
    return page.transform(page.size, Image.Transform.AFFINE, step, Image.Resampling.BILINEAR)


@pytest.mark.parametrize(("file", "number"), SHOWN)
def test_other_greys_at_the_edges_are_not_seen(built: Path, file: str, number: int) -> None:
    page = painted(built / file, number)
    inner = (1, 1, page.width - 1, page.height - 1)  # there is nothing beyond the edge to move in
    for other in (painted(built / file, number, "lcd"), _aside(page)):
        apart = difference(page.crop(inner), other.crop(inner))
        assert not apart.visible, f"{file} page {number}: {apart}"
