"""access/heading-order: headings go down one level at a time, and the first is the first level.

Rationale: people who use a screen reader go from heading to heading and conclude from a gap that
something is missing (PDF/UA-1 7.4.2; Matterhorn 14-002, 14-003).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Outline

SHOWN = 60


def findings(outline: Outline, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each heading that leaves out a level, over all units of a file in order."""
    before = 0
    for heading in outline.headings:
        if heading.level > before + 1:
            level, wanted, text = heading.level, before + 1, heading.text[:SHOWN]
            # Not by `rule.at`, whose `level` is how bad it is.
            yield Diagnostic.of(
                rule.id, heading.span, rule.level, level=level, wanted=wanted, text=text
            )
        before = heading.level
