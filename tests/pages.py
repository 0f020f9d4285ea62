"""Pages as small pictures, and how much two of them differ to the eye."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

LONG_EDGE = 330
"""Pixels: A5 at 40 dpi. Whatever the paper, a page is as large to the test as to a person."""
FAINT = 32
"""Of 255: by how much a pixel, once blurred, must differ to count."""
MOST_MEAN = 1.6
MOST_SHARE = 0.001
"""Measured: a sixth of a pixel aside or text smoothed for LCD gives at most 1.53 and 0 %, a heading
that moved by one pixel 0.43 and 0.87 %, a red that is a little browner 2.00 and 0 %."""


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: on the whole, in how many places, and where."""

    mean: float
    share: float
    box: tuple[int, int, int, int] | None

    @property
    def visible(self) -> bool:
        return self.mean > MOST_MEAN or self.share > MOST_SHARE

    def __str__(self) -> str:
        return (
            f"mean difference {self.mean:.2f} of 255 (at most {MOST_MEAN}), "
            f"{self.share:.2%} of the pixels differ (at most {MOST_SHARE:.2%}), in {self.box}"
        )


def painted(pdf: Path, number: int, smoothing: Literal["lcd"] | None = None) -> Image.Image:
    """A page, counted from 1, as a small picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        scale = LONG_EDGE / max(page.get_size())
        bitmap = page.render(scale=scale, rev_byteorder=True, optimize_mode=smoothing)
        picture: Image.Image = bitmap.to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Blurred by a pixel first: the grey of an edge may lie a little to either side."""
    if one.size != other.size:
        return Difference(255, 1, (0, 0, *one.size))
    apart = ImageChops.difference(*(p.filter(ImageFilter.BoxBlur(1)) for p in (one, other)))
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    differs = most.point([0] * FAINT + [255] * (256 - FAINT))
    share = differs.histogram()[255] / (one.width * one.height)
    return Difference(sum(ImageStat.Stat(apart).mean) / 3, share, differs.getbbox())


def compare_page(
    request: pytest.FixtureRequest, expected: Path, found: Image.Image, tmp_path: Path
) -> None:
    """Fail by name and amount, and leave the picture that was found; `--update` keeps it."""
    if request.config.getoption("--update"):
        _keep(expected, found)
    assert expected.is_file(), f"{expected} is not there yet; run with --update and look at it"
    with Image.open(expected) as picture:
        apart = difference(picture.convert("RGB"), found)
    if apart.visible:
        found.save(tmp_path / expected.name)
        pytest.fail(f"{expected.name}: {apart}; what was found: {tmp_path / expected.name}")


def _keep(expected: Path, found: Image.Image) -> None:
    """Only what differs to the eye is written, so that a diff of pictures means something."""
    if expected.is_file():
        with Image.open(expected) as picture:
            if not difference(picture.convert("RGB"), found).visible:
                return
    expected.parent.mkdir(exist_ok=True)
    found.quantize(256, dither=Image.Dither.NONE).save(expected, optimize=True)
