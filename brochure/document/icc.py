"""What an ICC profile in a picture says of the picture's colours."""

from functools import lru_cache
from io import BytesIO

SPACES = {1: "GRAY", 3: "RGB", 4: "CMYK"}
"""The profile's name for the colours of so many channels."""
CHANNELS = {"L": 1, "LA": 1, "P": 3, "PA": 3, "RGB": 3, "RGBA": 3, "RGBX": 3, "CMYK": 4}
"""Channels of colour by Pillow's name of a mode; black and white has no use for a profile."""
SRGB = "sRGB"


@lru_cache(maxsize=64)
def fits(icc: bytes, channels: int) -> bool:
    """Whether a profile can be read, and is one for so many channels of colour."""
    from PIL import ImageCms

    try:
        profile = ImageCms.getOpenProfile(BytesIO(icc)).profile
    except ImageCms.PyCMSError:
        return False
    return bool(profile.xcolor_space.strip() == SPACES[channels])


@lru_cache(maxsize=64)
def is_srgb(icc: bytes) -> bool:
    """Whether it is sRGB, by whomever it was written; so are colours without a profile."""
    from PIL import ImageCms

    return SRGB in ImageCms.getProfileDescription(ImageCms.getOpenProfile(BytesIO(icc)))
