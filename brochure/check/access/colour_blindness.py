"""access/colour-blindness: colours that carry meaning are told apart by everyone.

Rationale: WCAG 2.1, 1.4.1 (EN 301 549, 10.1.4.1): colour is not the only means. One man in twelve
takes some reds for greens. Neighbouring parts of a diagram are compared as they are seen without
one of the three kinds of cones (Machado 2009; `catalog/data/colour-vision/`); parts that have their
names in words have a second means.
"""

from collections.abc import Iterator

from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.palette import MeaningfulColour, Palette
from brochure.vision.blindness import seen_by, simulations
from brochure.vision.difference import difference


def findings(palette: Palette, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each two neighbours that somebody takes for the same."""
    if palette.is_labelled:
        raise Skipped("check/skipped/labelled")
    for one, other in palette.neighbours:
        pair = palette.colours[one], palette.colours[other]
        kind, found = _closest(*pair)
        if found < rule.limit("least"):
            yield rule.at(
                palette.span,
                kind,
                difference=f"{found:.1f}",
                one=pair[0].name,
                other=pair[1].name,
            )


def _closest(one: MeaningfulColour, other: MeaningfulColour) -> tuple[str, float]:
    """For whom two colours are most alike, and how different they are (CIEDE2000)."""
    seen = {
        kind: difference(seen_by(kind, one.colour), seen_by(kind, other.colour))
        for kind in simulations()
    }
    kind = min(seen, key=lambda name: seen[name])
    return kind, seen[kind]
