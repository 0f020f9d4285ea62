"""A picture of every page, for previews and for people who look a file over."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from brochure import cache
from brochure.document.edition import Pdf
from brochure.versions import all_versions

if TYPE_CHECKING:
    import pypdfium2
from brochure.output.png import png

KIND, FORMAT = "page-pictures", 1
POINTS_PER_INCH = 72
USUAL_DPI = 100
LONGEST_EDGE = 1600  # pixels: more than a screen shows, and an A2 poster stays below 1 MB


def paint_ahead(pdf: Pdf, pages: Sequence[int]) -> None:
    """Paint some pages into the cache, from where `page_pictures` takes them."""
    dpi = fitting_dpi(pdf.page_sizes)
    with _opened(pdf.data) as document:
        for page in pages:
            _kept(_name(pdf.page_keys[page], dpi), _painted(document[page], dpi))


def page_pictures(pdf: bytes, dpi: int, keys: Sequence[str] = ()) -> list[bytes]:
    """Every page of a PDF as PNG; the same PDF gives the same bytes.

    `keys` are hashes of what is painted on each: what was painted before is taken from the cache.
    """
    names = [_name(key, dpi) for key in keys]
    found = [cache.recall(KIND, name) for name in names]
    if names and all(found):
        return [picture for picture in found if picture]
    with _opened(pdf) as document:
        if not names:
            return [_painted(page, dpi) for page in document]
        return [
            known or _kept(name, _painted(document[index], dpi))
            for index, (name, known) in enumerate(zip(names, found, strict=True))
        ]


def fitting_dpi(sizes: Sequence[tuple[float, float]]) -> int:
    """The usual resolution, or what keeps the long edge of the largest page within bounds."""
    longest = max(max(size) for size in sizes)
    return min(USUAL_DPI, int(LONGEST_EDGE * POINTS_PER_INCH / longest))


def missing_pictures(pdf: Pdf) -> list[int]:
    """The pages of which the cache has no picture."""
    dpi = fitting_dpi(pdf.page_sizes)
    return [at for at, key in enumerate(pdf.page_keys) if not cache.has(KIND, _name(key, dpi))]


def _name(key: str, dpi: int) -> str:
    return cache.key_of(key, dpi, all_versions(), FORMAT)


def _kept(name: str, picture: bytes) -> bytes:
    cache.keep(KIND, name, picture)
    return picture


def picture_names(name: str, pages: int) -> list[str]:
    """Names beside the PDF that sort in the order of the pages: `a5-brochure.web.page-01.png`."""
    stem = name.removesuffix(".pdf")
    width = len(str(pages))
    return [f"{stem}.page-{number:0{width}}.png" for number in range(1, pages + 1)]


@contextmanager
def _opened(pdf: bytes) -> "Iterator[pypdfium2.PdfDocument]":
    import pypdfium2  # seldom needed: most pages were painted before

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _painted(page: "pypdfium2.PdfPage", dpi: int) -> bytes:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    pixels, length, used = memoryview(bitmap.buffer), bitmap.stride, bitmap.width * len("RGB")
    rows = (pixels[start : start + used] for start in range(0, bitmap.height * length, length))
    return png(bitmap.width, bitmap.height, rows)
