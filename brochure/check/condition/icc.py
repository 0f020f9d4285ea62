"""What the header of an ICC profile says, and whether colours can go through it.

Rationale: of a file that no program can read, its class and its inks must not be told as well.
"""

from io import BytesIO

from brochure import cache
from brochure.document.files import PressProfile
from brochure.versions import all_versions

SOUND = "sound-profiles"
SIGNATURE, CLASS, SPACE = slice(36, 40), slice(12, 16), slice(16, 20)
"""Where the header of a profile says it (ICC.1:2022 7.2)."""
HEADER = 128


def is_profile(profile: PressProfile) -> bool:
    """Whether there is a header."""
    return len(profile.data) >= HEADER and profile.data[SIGNATURE] == b"acsp"


def space_of(profile: PressProfile) -> str:
    """In which colours it is: `CMYK`, `RGB`."""
    return _word(profile.data[SPACE])


def class_of(profile: PressProfile) -> str:
    """Of what it is: `prtr` of a press, `mntr` of a screen."""
    return _word(profile.data[CLASS])


def is_whole(data: bytes) -> bool:
    """Whether colours can go through it there and back; of the same bytes found out only once."""
    key = cache.key_of(data, all_versions())
    if cache.recall(SOUND, key) is not None:
        return True
    if len(data) < int.from_bytes(data[:4], "big") or not _converts(data):
        return False
    cache.keep(SOUND, key, b"")
    return True


def _converts(data: bytes) -> bool:
    from PIL import Image, ImageCms

    screen = ImageCms.createProfile("sRGB")
    try:
        press = ImageCms.getOpenProfile(BytesIO(data))
        for intent in (ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC):
            inks = ImageCms.profileToProfile(
                Image.new("RGB", (1, 1)), screen, press, intent, "CMYK"
            )
            assert inks is not None
            ImageCms.profileToProfile(inks, press, screen, intent, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True


def _word(signature: bytes) -> str:
    return signature.decode("ascii", "replace").strip()
