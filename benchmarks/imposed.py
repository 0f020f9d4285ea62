"""Sixteen pages A5 put on sheets with all marks, in a process that stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from brochure.document.boxes import MM, Box
from brochure.marks import KINDS
from brochure.sheet.imposing import impose
from brochure.sheet.job import Job

SOURCE = "content/botschaften/de.yaml"
PAGES, GRAMMAGE = 16, 135
TRIM = Box(3 * MM, 3 * MM, 151 * MM, 213 * MM)


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """Pages in memory; the function imposes them. What the folder holds makes no difference."""
    pages, job = _pages(), Job("saddle", grammage=GRAMMAGE, marks=KINDS)
    yield lambda: impose(pages, "a5.pdf", job).data


def _pages() -> bytes:
    """A PDF of pages with 3 mm of bleed, each a coloured plane."""
    from pikepdf import Array, new

    pdf, file = new(), BytesIO()
    media = TRIM.grown(3 * MM)
    for number in range(PAGES):
        page = pdf.add_blank_page(page_size=(media.width, media.height))
        page.TrimBox = Array(list(TRIM))
        plane = f"{number / PAGES:.3f} 0 0 0 k 0 0 {media.width:.3f} {media.height:.3f} re f"
        page.Contents = pdf.make_stream(plane.encode())
    pdf.save(file)
    return file.getvalue()
