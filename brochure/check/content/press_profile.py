"""condition/profile-damaged, profile-inks, profile-class: a profile that no press is described by.

Rationale: a print file must embed a profile of class `prtr` in the inks that it is printed with
(ISO 15930-7; GWG 2022 R0035); one of a screen or with a table cut off is found out only by the
print shop.
"""

from collections.abc import Iterator
from io import BytesIO

from brochure import cache
from brochure.diagnostics import Diagnostic, Span
from brochure.versions import all_versions

SOUND = "sound-profiles"
SIGNATURE, CLASS, SPACE = slice(36, 40), slice(12, 16), slice(16, 20)
"""Where the header of a profile says it (ICC.1:2022 7.2)."""
HEADER = 128


def bad_press_profile(data: bytes, file: str, span: Span | None) -> Iterator[Diagnostic]:
    """What keeps a profile from being that of a press with four inks, told where it is named."""
    if len(data) < HEADER or data[SIGNATURE] != b"acsp":
        yield Diagnostic.of("condition/profile-damaged", span, file=file)
    elif data[SPACE] != b"CMYK":
        space = _word(data[SPACE])
        yield Diagnostic.of("condition/profile-inks", span, file=file, space=space)
    elif data[CLASS] != b"prtr":
        class_ = _word(data[CLASS])
        yield Diagnostic.of("condition/profile-class", span, file=file, found=class_)
    elif not _is_whole(data):
        yield Diagnostic.of("condition/profile-damaged", span, file=file)


def _is_whole(data: bytes) -> bool:
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
