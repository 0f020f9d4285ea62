"""What a PDF says of the press it is for."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import ImageCms

from brochure.catalog import Condition
from brochure.pdf.press import finished_sizes, press_profile
from tests.pdf.patches import page_of

PRESS = Condition.named("fogra39").icc
SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PAGE = page_of([])


def with_intent(icc: bytes | None, subtype: str = "GTS_PDFX") -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(PAGE)) as pdf:
        intent = Dictionary(Type=Name.OutputIntent, S=Name(f"/{subtype}"))
        if icc is not None:
            intent.DestOutputProfile = pdf.make_stream(icc, N=4)
        pdf.Root.OutputIntents = pikepdf.Array([intent])
        pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("pdf", "icc"),
    [
        (PAGE, None),
        (with_intent(PRESS), PRESS),
        (with_intent(PRESS, "GTS_PDFA1"), None),
        (with_intent(None), None),
        (with_intent(SCREEN), None),
        (with_intent(b""), None),
    ],
    ids=["no intent", "for print", "for an archive", "by reference", "of a screen", "empty"],
)
def test_the_profile_of_its_press(pdf: bytes, icc: bytes | None) -> None:
    assert press_profile(pdf) == icc


def test_sizes_are_those_of_the_finished_page_in_millimetres() -> None:
    assert finished_sizes(PAGE) == [pytest.approx((180, 60))]
    file = BytesIO()
    with pikepdf.open(BytesIO(PAGE)) as pdf:
        del pdf.pages[0].TrimBox
        pdf.pages[0].UserUnit = 10
        pdf.save(file)
    ((width, height),) = finished_sizes(file.getvalue())
    assert (width, height) == pytest.approx((1800 + 141.1, 600 + 141.1), abs=0.1)
