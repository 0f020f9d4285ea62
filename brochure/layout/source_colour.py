"""What a picture's file says of its colours, before the engine drops it.

WeasyPrint 70 (`images.py`, `RasterImage`) forgets embedded profiles, makes RGB of what is black and
white, and can't take 16 bits of grey.
"""

from typing import TYPE_CHECKING

from brochure.catalog import Condition
from brochure.document.icc import CHANNELS, fits, is_srgb

if TYPE_CHECKING:
    from PIL.Image import Image

BILEVEL, WIDE = "1", "I;16"
BYTES_OF_WIDE = 2


def profile_of(picture: "Image") -> bytes | None:
    """The profile that says what the colours of a picture mean; nothing for those of the screen.

    Inks without a profile are taken for those of the usual condition; without any, a viewer would
    guess, and PDF/A has none of it (ISO 19005-2, 6.2.4.3).
    """
    channels = CHANNELS.get(picture.mode, 0)
    icc = picture.info.get("icc_profile")
    if icc and channels and fits(icc, channels):
        return None if is_srgb(icc) else icc
    return Condition.named("fogra39").icc if picture.mode == "CMYK" else None


def as_taken(picture: "Image") -> "Image":
    """The picture in a form that the engine takes as what it is."""
    if picture.mode == BILEVEL:
        return picture.convert("L")
    if picture.mode.startswith(WIDE):
        from PIL import Image

        high = picture.tobytes()[1::BYTES_OF_WIDE]  # little-endian: the second byte counts most
        return Image.frombytes("L", picture.size, high)
    return picture
