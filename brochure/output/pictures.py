"""A picture of every page, for previews and for people who look a file over."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2

from brochure import cache
from brochure.output.png import png

KIND, FORMAT = "page-pictures", 1
POINTS_PER_INCH = 72
USUAL_DPI = 100
LONGEST_EDGE = 1600  # pixels: more than a screen shows, and an A2 poster stays below 1 MB


def page_pictures(pdf: bytes, dpi: int, keys: Sequence[str] = ()) -> list[bytes]:
    """Every page of a PDF as PNG; the same PDF gives the same bytes.

    `keys` are hashes of what is painted on each: what was painted before is taken from the cache.
    """
    names = [cache.key_of(key, dpi, pypdfium2.PYPDFIUM_INFO, FORMAT) for key in keys]
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


def _kept(name: str, picture: bytes) -> bytes:
    cache.keep(KIND, name, picture)
    return picture


def picture_names(name: str, pages: int) -> list[str]:
    """Names beside the PDF that sort in the order of the pages: `a5-brochure.web.page-01.png`."""
    stem = name.removesuffix(".pdf")
    width = len(str(pages))
    return [f"{stem}.page-{number:0{width}}.png" for number in range(1, pages + 1)]


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _painted(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    pixels, length, used = memoryview(bitmap.buffer), bitmap.stride, bitmap.width * len("RGB")
    rows = (pixels[start : start + used] for start in range(0, bitmap.height * length, length))
    return png(bitmap.width, bitmap.height, rows)
