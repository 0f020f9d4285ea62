"""A page in inks → what it looks like on paper, shown on a screen."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def soft_proof(inks: "Image", icc: bytes, *, paper: bool = False) -> "Image":
    """A CMYK picture as sRGB, through the profile of the press.

    With `paper` its tint is seen and black is no darker than ink (absolute colorimetric, as beside
    a real print); without it paper is as white, and black as dark, as the screen can.
    """
    from PIL import ImageCms

    press = ImageCms.getOpenProfile(BytesIO(icc))
    screen = ImageCms.createProfile("sRGB")
    if paper:
        intent, flags = ImageCms.Intent.ABSOLUTE_COLORIMETRIC, ImageCms.Flags.NONE
    else:
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    proof = ImageCms.profileToProfile(inks, press, screen, intent, "RGB", flags=flags)
    assert proof is not None  # only a picture changed in place gives none
    return proof
