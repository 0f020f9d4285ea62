"""picture/complex: a drawing is simple enough to be drawn.

Rationale: elements that repeat one another, and such that stand deep in one another, let a small
file take minutes, or end the engine.
"""

from collections.abc import Iterator

from brochure.check.picture.svg import svg_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a drawing of too many elements, or too deep."""
    if (drawing := svg_of(file)) is None:
        return
    elements = rule.limit("elements")
    is_deep = drawing.depth > rule.limit("depth")
    if drawing.elements > elements or drawing.uses > rule.limit("uses") or is_deep:
        yield rule.at(file.span, name=file.name, limit=f"{elements:g}")
