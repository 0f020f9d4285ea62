"""print/layer: every layer is on.

Rationale: what a hidden layer holds is printed by one system and not by another (X27; GWG 2022
R0036, which asks it of large formats; briefbogen and other shops take no layers at all).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each layer that is off."""
    for name, is_on in dict.fromkeys(file.layers):
        if not is_on:
            yield rule.of_file(name=name)
