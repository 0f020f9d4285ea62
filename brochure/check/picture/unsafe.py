"""picture/unsafe: a drawing holds nothing that reaches out of its file.

Rationale: the layout engine follows what an SVG points to; scripts and entities harm whoever opens
it (`languages-fonts-scale-security.md` §6, rows 8–15).
"""

from collections.abc import Iterator

from brochure.check.picture.svg import svg_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile

SHOWN = 60


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a drawing with a script, an entity or an address."""
    if drawing := svg_of(file):
        for found in (drawing.forbidden, *drawing.outside[:1]):
            if found:
                yield rule.at(file.span, name=file.name, found=found[:SHOWN])
