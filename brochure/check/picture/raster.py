"""What a picture of pixels says of itself.

Rationale: the layout engine takes a truncated PNG without a word and spends seconds on a picture of
170 megapixels (`languages-fonts-scale-security.md` §6, rows 8–15).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageFile, UnidentifiedImageError

from brochure.document.files import PictureFile
from brochure.document.icc import CHANNELS, fits

KINDS = ("png", "jpg", "jpeg", "webp")


@dataclass(frozen=True)
class Raster:
    """A picture of pixels as it is judged; one that is too large is not unpacked."""

    megapixels: str = "0"
    is_too_large: bool = False
    is_damaged: bool = False
    has_foreign_profile: bool = False


def raster_of(file: PictureFile, most: float) -> Raster | None:
    """What a picture is of up to so many megapixels; nothing for a drawing and other kinds."""
    return _read(file.data, most) if file.suffix in KINDS and file.data is not None else None


@lru_cache(8)
def _read(data: bytes, most: float) -> Raster:
    try:
        with Image.open(BytesIO(data)) as picture:
            megapixels = picture.width * picture.height / 1e6
            if megapixels > most:
                return Raster(str(round(megapixels)), is_too_large=True)
            with _no_truncation():
                picture.load()
            return Raster(has_foreign_profile=_has_foreign_profile(picture))
    except Image.DecompressionBombError:
        return Raster("> 178", is_too_large=True)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return Raster(is_damaged=True)


def _has_foreign_profile(picture: Image.Image) -> bool:
    """A profile that is none for the picture's colours: nobody knows what they are."""
    icc, channels = picture.info.get("icc_profile"), CHANNELS.get(picture.mode)
    return bool(icc and channels and not fits(icc, channels))


@contextmanager
def _no_truncation() -> Iterator[None]:
    """WeasyPrint tells Pillow to take pictures that end too early (its `images.py`)."""
    allowed, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed
