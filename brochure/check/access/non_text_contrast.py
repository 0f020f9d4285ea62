"""access/non-text-contrast: parts of a diagram stand out from their ground.

Rationale: WCAG 2.1, 1.4.11 (EN 301 549, 10.1.4.11): 3:1 for what must be seen to understand a
graphic. Asked of diagrams that we draw, whose colours are known; a part that has its name in words
is not understood by its colour.
"""

from collections.abc import Iterator

from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.palette import Palette
from brochure.vision.contrast import contrast
from brochure.vision.light import hexadecimal


def findings(palette: Palette, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each colour that is too close to the ground."""
    if palette.is_labelled:
        raise Skipped("check/skipped/labelled")
    for item in palette.colours:
        found = contrast(item.colour, palette.ground)
        if found < rule.limit("least"):
            yield rule.at(
                palette.span,
                name=item.name,
                colour=hexadecimal(item.colour),
                ground=hexadecimal(palette.ground),
                ratio=f"{found:.2f}",
                least=f"{rule.limit('least'):g}",
            )
