"""picture/font: the words of a drawing are set in fonts of the look.

Rationale: the engine takes a font of its own where the drawing names one that is not there, and the
drawing looks different from what was drawn.
"""

from collections.abc import Iterator

from brochure.check.picture.svg import svg_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each family that the look does not name."""
    drawing = svg_of(file)
    for family in drawing.families if drawing else ():
        if family not in file.families:
            named = ", ".join(file.families)
            yield rule.at(file.span, name=file.name, family=family, named=named)
