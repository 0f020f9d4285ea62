"""print/filter: streams are packed by what every press can unpack.

Rationale: LZW is forbidden by PDF/X, Crypt is encryption by another door (X26, X02).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each filter that is forbidden."""
    for name in sorted(file.filters & set(rule.limits["forbidden"])):
        yield rule.of_file(name=name)
