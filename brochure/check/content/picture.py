"""picture/damaged, too-large, unsafe, complex, kind, outside: files that print wrong or harm.

Rationale: the layout engine takes a truncated PNG without a word, spends seconds on a picture of
170 megapixels, and follows what an SVG points to (`languages-fonts-scale-security.md` §6, rows
8–15).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree import ElementTree

import PIL
from PIL import Image, ImageFile, UnidentifiedImageError, features

from brochure import cache
from brochure.diagnostics import Diagnostic, Span
from brochure.document.blocks import FigureBlock
from brochure.document.document import Source

MAX_MEGAPIXELS = 40
MAX_SVG_ELEMENTS = 20_000
WHOLE = "whole-pictures"
RASTER = (".png", ".jpg", ".jpeg", ".webp")
FORBIDDEN_SVG = re.compile(rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|javascript:", re.IGNORECASE)
LINK = "{http://www.w3.org/1999/xlink}href"


def damaged_pictures(source: Source, read: Callable[[str], bytes]) -> Iterator[Diagnostic]:
    """One finding a picture that can't be printed safely, at its line in the YAML file."""
    folder = source.file.rpartition("/")[0] + "/pictures"
    for block, span in _figures(source):
        name = block.figure.picture
        if not name:
            continue
        try:
            data = read(f"{folder}/{name}")
        except PermissionError:
            yield Diagnostic.of("picture/outside", span, name=name)
            continue
        yield from _svg(data, name, span) if name.endswith(".svg") else _raster(data, name, span)


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
            _unpack(picture, data)
    except Image.DecompressionBombError:
        yield _too_large(name, "> 178", span)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        yield Diagnostic.of("picture/damaged", span, name=name)


def _unpack(picture: Image.Image, data: bytes) -> None:
    """Fail if the picture is not whole; that exactly these bytes are, is found out only once."""
    key = cache.key_of(data, PIL.__version__, features.version("zlib"))
    if cache.recall(WHOLE, key) is None:
        with _no_truncation():
            picture.load()
        cache.keep(WHOLE, key, b"")


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


def _svg(data: bytes, name: str, span: Span | None) -> Iterator[Diagnostic]:
    if match := FORBIDDEN_SVG.search(data):
        yield Diagnostic.of("picture/unsafe", span, name=name, found=match[0].decode())
        return
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        yield Diagnostic.of("picture/damaged", span, name=name)
        return
    elements = list(root.iter())
    outside = [link for item in elements if (link := _link(item)) and not link.startswith("#")]
    if outside:
        yield Diagnostic.of("picture/unsafe", span, name=name, found=outside[0][:60])
    uses = sum(str(item.tag).endswith("}use") for item in elements)
    if len(elements) > MAX_SVG_ELEMENTS or uses > 200:
        yield Diagnostic.of("picture/complex", span, name=name, limit=MAX_SVG_ELEMENTS)


def _link(item: ElementTree.Element) -> str:
    return item.get("href") or item.get(LINK) or ""
