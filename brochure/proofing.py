"""A finished print file, looked at as the press will print it: its ink, and how it will look.

Only Ghostscript separates pages rightly; where it is not, nothing is guessed.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brochure.catalog import Condition
from brochure.check import bad_press_profile
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.ink import InkCoverage
from brochure.document.pdf_file import PdfFile
from brochure.document.rendered import RenderedFile
from brochure.tools import ghostscript
from brochure.tools.failed import ToolFailed

if TYPE_CHECKING:
    from PIL.Image import Image


UNSAID = "fogra39"
"""The condition of a file that says none."""
LARGEST = 2_200_000
"""Square millimetres that a page may have to be measured: a CityLight poster, some 400 MB."""


def with_ink(pdf: bytes, file: PdfFile, square_mm: int, without: Collection[str]) -> PdfFile:
    """A file with what its plates tell on the press that it is for, or why there are none."""
    from brochure.pdf.press import press_profile

    if (program := ghostscript.find()) is None:
        return replace(file, not_separated="print/skipped/no-ghostscript")
    icc = press_profile(pdf) or Condition.named(UNSAID).icc
    if any(bad_press_profile(icc, file.name, None)):  # Ghostscript would take another in its place
        return replace(file, not_separated="print/skipped/not-separated")
    try:
        ink = measured_ink(program, pdf, icc, square_mm, without)
    except ToolFailed:
        return replace(file, not_separated="print/skipped/not-separated")
    return replace(file, ink=ink, not_separated="")


def measured_ink(
    program: str, pdf: bytes, icc: bytes, square_mm: int, without: Collection[str] = ()
) -> tuple[InkCoverage, ...]:
    """How much ink each page takes on the press of a profile; `ToolFailed` where nobody can tell.

    Plates that are no ink are left out by name.
    """
    from brochure.pdf.ink import PPI, ink_coverage
    from brochure.pdf.press import finished_sizes

    if any(width * height > LARGEST for width, height in finished_sizes(pdf)):
        raise ToolFailed("Ghostscript: a page is too large to be separated")
    with ghostscript.separations(program, pdf, icc, PPI) as pages:
        return tuple(ink_coverage(of.page, of.plates, square_mm, without) for of in pages)


def proof_pictures(
    pdf: bytes, web: bytes, icc: bytes, ppi: int, *, paper: bool = False
) -> tuple[list[bytes], tuple[Diagnostic, ...]]:
    """A PNG of each page of a print file as it will look on paper.

    Where nobody can tell, of the web file, whose colours are those of screens; a finding says so.
    """
    from brochure.output.pictures import page_pictures

    try:
        return [*_as_png(ghostscript.find(), pdf, icc, ppi, paper)], ()
    except ToolFailed as failed:
        told = Diagnostic.of("print/no-soft-proof", None, Severity.NOTE, reason=failed)
        return page_pictures(web, ppi), (told,)


def _as_png(program: str | None, pdf: bytes, icc: bytes, ppi: int, paper: bool) -> Iterator[bytes]:
    from brochure.output.png import png

    if program is None:
        raise ToolFailed("Ghostscript is not installed")
    for proof in soft_proofs(program, pdf, icc, ppi, paper=paper):
        pixels, row = memoryview(proof.tobytes()), proof.width * len("RGB")
        rows = (pixels[start : start + row] for start in range(0, len(pixels), row))
        yield png(proof.width, proof.height, rows)


def rendered_on_paper(program: str, pdf: bytes, name: str, icc: bytes) -> RenderedFile:
    """What the pages of a print file look like on the press of a profile; raises `ToolFailed`.

    Paper counts as white, as eyes take it.
    """
    from brochure.pdf.press import finished_sizes
    from brochure.pdf.rendering.page import PPI
    from brochure.pdf.rendering.proofs import rendered_proofs
    from brochure.pdf.rendering.text_apart import text_apart

    if any(width * height > LARGEST for width, height in finished_sizes(pdf)):
        raise ToolFailed("Ghostscript: a page is too large to be separated")
    try:
        parts = text_apart(pdf)
    except ValueError as cause:
        raise ToolFailed(str(cause)) from cause
    shown, ground = (soft_proofs(program, part, icc, PPI, smooth=False) for part in parts)
    return rendered_proofs(pdf, name, zip(shown, ground, strict=True))


def soft_proofs(
    program: str, pdf: bytes, icc: bytes, ppi: int, *, paper: bool = False, smooth: bool = True
) -> "Iterator[Image]":
    """Each page as it will look on paper, in sRGB, one after the other."""
    from PIL import Image

    from brochure.pdf.soft_proof import soft_proof

    with ghostscript.composites(program, pdf, icc, ppi, smooth=smooth) as files:
        for file in files:
            with Image.open(file) as inks:
                yield soft_proof(inks, icc, paper=paper)
