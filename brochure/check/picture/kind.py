"""picture/kind: a picture is of a kind that all programs on the way know.

Rationale: the layout engine takes what its library takes (GIF, TIFF, PSD …); what becomes of it in
a PDF for print has been seen for these kinds only.
"""

from collections.abc import Iterator

from brochure.check.picture.raster import KINDS
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a file of another kind."""
    if file.data is not None and file.suffix not in (*KINDS, "svg"):
        yield rule.at(file.span, name=file.name)
