"""picture/damaged, too-large, kind, outside, profile: files that print wrong or harm.

Rationale: the layout engine takes a truncated PNG without a word and spends seconds on a picture of
170 megapixels (`languages-fonts-scale-security.md` §6, rows 8–15).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, UnidentifiedImageError

from brochure import cache
from brochure.check.content.drawing import bad_drawing
from brochure.diagnostics import Diagnostic, Span
from brochure.document.blocks import FigureBlock
from brochure.document.document import Source
from brochure.document.icc import CHANNELS, fits
from brochure.document.look import Look
from brochure.versions import all_versions

MAX_MEGAPIXELS = 40
SOUND = "sound-pictures"
RASTER = (".png", ".jpg", ".jpeg", ".webp")


def picture_places(source: Source) -> dict[str, Span | None]:
    """The picture files that a document shows, each with the place of its first figure."""
    folder = source.file.rpartition("/")[0] + "/pictures"
    named = [(block.figure.picture, span) for block, span in _figures(source)]
    return {f"{folder}/{name}": span for name, span in reversed(named) if name}


def damaged_pictures(
    source: Source, read: Callable[[str], bytes], look: Look
) -> Iterator[Diagnostic]:
    """One finding a picture that can't be printed safely, at its line in the YAML file."""
    for file, span in reversed(picture_places(source).items()):
        name = file.rpartition("/")[2]
        try:
            data = read(file)
        except PermissionError:
            yield Diagnostic.of("picture/outside", span, name=name)
            continue
        yield from bad_picture(data, name, span, look)


def bad_picture(data: bytes, name: str, span: Span | None, look: Look) -> Iterator[Diagnostic]:
    """What keeps one picture from being printed safely, told where it is named.

    That exactly these bytes are sound is found out only once.
    """
    suffix = name.rpartition(".")[2].lower()
    key = cache.key_of(data, suffix, look.families, all_versions())
    if cache.recall(SOUND, key) is not None:
        return
    is_drawing = suffix == "svg"
    found = bad_drawing(data, name, span, look) if is_drawing else _raster(data, name, span)
    if not (findings := list(found)):
        cache.keep(SOUND, key, b"")
    yield from findings


def _figures(source: Source) -> Iterator[tuple[FigureBlock, Span | None]]:
    document = source.document
    for section in (document.introduction, *document.messages, document.imprint):
        for block in section.blocks:
            if isinstance(block, FigureBlock):
                yield block, source.ids.get(block.id)


def _raster(data: bytes, name: str, span: Span | None) -> Iterator[Diagnostic]:
    if not name.lower().endswith(RASTER):
        yield Diagnostic.of("picture/kind", span, name=name)
        return
    try:
        with Image.open(BytesIO(data)) as picture:
            megapixels = picture.width * picture.height / 1e6
            if megapixels > MAX_MEGAPIXELS:
                yield _too_large(name, str(round(megapixels)), span)
                return
            with _no_truncation():
                picture.load()
            yield from _profile(picture, name, span)
    except Image.DecompressionBombError:
        yield _too_large(name, "> 178", span)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        yield Diagnostic.of("picture/damaged", span, name=name)


def _profile(picture: Image.Image, name: str, span: Span | None) -> Iterator[Diagnostic]:
    """A profile that is none for the picture's colours: nobody knows what they are."""
    icc, channels = picture.info.get("icc_profile"), CHANNELS.get(picture.mode)
    if icc and channels and not fits(icc, channels):
        yield Diagnostic.of("picture/profile", span, name=name)


@contextmanager
def _no_truncation() -> Iterator[None]:
    """WeasyPrint tells Pillow to take pictures that end too early (its `images.py`)."""
    allowed, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed


def _too_large(name: str, megapixels: str, span: Span | None) -> Diagnostic:
    limit = MAX_MEGAPIXELS
    return Diagnostic.of("picture/too-large", span, name=name, megapixels=megapixels, limit=limit)
