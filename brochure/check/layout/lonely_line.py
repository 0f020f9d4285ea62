"""layout/lonely-line: no single line of a paragraph stands alone at the end or start of a column.

Rationale: a first line alone at the foot and a last line alone at the head tear a thought apart and
leave a hole in the column (Hurenkind and Schusterjunge; CSS Fragmentation 3, 3.3: `orphans`,
`widows`).
"""

from collections.abc import Iterator
from itertools import groupby

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout, blocks


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each paragraph that leaves one line behind, or takes one along."""
    for unit in units(layout):
        for lines in blocks(unit.fragment):
            parts = [list(part) for _, part in groupby(lines, lambda line: line.column)]
            if len(parts) < 2:
                continue
            first, last = parts[0], parts[-1]
            if len(last) == 1:
                yield unit.told(rule, last[0], "last", characters=len(last[0].text))
            elif len(first) == 1:
                yield unit.told(rule, first[0])
