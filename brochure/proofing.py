"""A finished print file, looked at as the press will print it: its ink, and how it will look.

Only Ghostscript separates pages rightly; where it is not, nothing is guessed.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from brochure.catalog import Condition
from brochure.document.ink import InkCoverage
from brochure.tools import ghostscript

if TYPE_CHECKING:
    from PIL.Image import Image


def measured_ink(
    program: str, pdf: bytes, condition: Condition, square_mm: int, without: Collection[str] = ()
) -> tuple[InkCoverage, ...]:
    """How much ink each page takes; plates that are no ink are left out by name."""
    from brochure.pdf.ink import PPI, ink_coverage

    with ghostscript.separations(program, pdf, condition.icc, PPI) as pages:
        return tuple(ink_coverage(of.page, of.plates, square_mm, without) for of in pages)


def soft_proofs(
    program: str, pdf: bytes, condition: Condition, ppi: int, *, paper: bool = False
) -> "Iterator[Image]":
    """Each page as it will look on paper, in sRGB, one after the other."""
    from PIL import Image

    from brochure.pdf.soft_proof import soft_proof

    with ghostscript.composites(program, pdf, condition.icc, ppi) as files:
        for file in files:
            with Image.open(file) as inks:
                yield soft_proof(inks, condition.icc, paper=paper)
