"""What a finished PDF says of the press it is for: its profile, the sizes of its finished pages."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

MM = 25.4 / 72
"""Of a point."""


def press_profile(pdf: bytes) -> bytes | None:
    """The CMYK profile of its output intent, or nothing: then its inks mean no press."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        for intent in file.Root.get("/OutputIntents", ()):
            if intent.get("/S") == "/GTS_PDFX" and "/DestOutputProfile" in intent:
                icc = intent.DestOutputProfile.read_bytes()
                return icc if icc[16:20] == b"CMYK" else None
    return None


def finished_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page as it is cut, in mm."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        return [_size(page) for page in file.pages]


def _size(page: "pikepdf.Page") -> tuple[float, float]:
    left, bottom, right, top = (float(number) for number in page.trimbox)
    scale = float(page.obj.get("/UserUnit", 1)) * MM
    return abs(right - left) * scale, abs(top - bottom) * scale
