"""Pictures of an edition: each once, and as fine as the profile wants where it is drawn largest."""

from base64 import b64encode
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops

from brochure.catalog import Profile
from brochure.document.fragment import Item, Picture
from brochure.pdf.pictures import at_resolution, united
from tests.fragments import fragment
from tests.pdf.conftest import Make

INCH = 72.0
WEB = replace(Profile.named("web"), ppi=150, finest=225)


def picture(name: str, pixels: tuple[int, int], drawn: tuple[float, float]) -> Picture:
    return Picture(name, pixels, drawn, (Item(name, b"<<>>", b""),))


def test_the_largest_size_counts() -> None:
    units = [
        replace(
            fragment("a", 1),
            pictures=(picture("s", (9, 9), (10, 40)), picture("x", (1, 1), (1, 1))),
        ),
        replace(fragment("b", 1), pictures=(picture("s", (9, 9), (20, 30)),)),
    ]
    assert [(found.name, found.drawn) for found in united(units)] == [
        ("s", (20, 40)),
        ("x", (1, 1)),
    ]


@pytest.mark.parametrize(
    ("pixels", "drawn", "found"),
    [
        ((300, 300), (INCH, INCH), (150, 150)),
        ((600, 300), (2 * INCH, INCH), (300, 150)),
        ((300, 150), (INCH, INCH), (300, 150)),  # stretched: the coarser direction counts
        ((225, 225), (INCH, INCH), (225, 225)),
        ((226, 226), (INCH, INCH), (150, 150)),
        ((9000, 4), (INCH, INCH), (9000, 4)),
        ((900, 4), (0.0, 0.0), (900, 4)),  # painted nowhere
    ],
)
def test_resolution(
    pixels: tuple[int, int],
    drawn: tuple[float, float],
    found: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("brochure.pdf.pictures._brought_down", lambda *_: ())
    assert at_resolution(picture("p", pixels, drawn), WEB).pixels == found


def gradient(mode: str) -> Image.Image:
    """A band lighter downwards, the next upwards, and so on."""
    down = Image.linear_gradient("L").resize((320, 240))
    up = down.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    bands = [down, up, down, up][: len(mode)]
    return Image.merge(mode, bands) if len(mode) > 1 else down


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("L", "PNG"),
        ("RGB", "JPEG"),
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
    ],
)
def test_a_picture_is_brought_down_whatever_its_kind(make: Make, mode: str, kind: str) -> None:
    """It is drawn an inch wide at 320 pixels, and shows the same with fewer."""
    data = BytesIO()
    gradient(mode).save(data, kind, **({"quality": 95} if kind == "JPEG" else {}))
    address = f"data:image/{kind.lower()};base64,{b64encode(data.getvalue()).decode()}"
    linked = make(f'<p>x <img alt=x style="width: 1in" src="{address}"></p>')
    with pikepdf.open(BytesIO(linked.pdf.data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert (image.Width, image.Height) == (150, round(240 * 150 / 320))
        shown = pikepdf.PdfImage(image).as_pil_image()
        expected = gradient(mode).resize(shown.size)
        if "A" in mode:
            shown.putalpha(pikepdf.PdfImage(image.SMask).as_pil_image())
        assert far_apart(on_white(shown), on_white(expected)) < 8


def on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def far_apart(one: Image.Image, other: Image.Image) -> int:
    extremes = ImageChops.difference(one, other).getextrema()
    return max(most for _, most in ([extremes] if isinstance(extremes[0], int) else extremes))
