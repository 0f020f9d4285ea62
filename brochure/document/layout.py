"""One file as it was laid out: what checks of the layout look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from brochure.catalog import Format
from brochure.document.document import Source
from brochure.document.fragment import Fragment
from brochure.document.layout_map import PlacedLine


@dataclass(frozen=True)
class Layout:
    """The units of a file in order, without the margins of their pages."""

    fragments: tuple[Fragment, ...]
    format: Format
    source: Source

    def first_page(self, fragment: Fragment) -> int:
        """On which page of the file a unit begins, counted from 1."""
        names = [unit.name for unit in self.fragments]
        return 1 + sum(unit.pages for unit in self.fragments[: names.index(fragment.name)])


def blocks(fragment: Fragment) -> Iterator[list[PlacedLine]]:
    """The lines of each paragraph, heading or cell, over pages and columns, from top to bottom.

    They stand in the document one after the other, but for what is set between them.
    """
    numbers: dict[int, int] = {}
    for line in fragment.layout.lines:
        numbers.setdefault(line.block, len(numbers))
    ordered = sorted(fragment.layout.lines, key=lambda line: numbers[line.block])
    for _, lines in groupby(ordered, lambda line: line.block):
        yield list(lines)
