"""layout/last-page: running text does not leave a few lines for a page of their own.

Rationale: an almost empty page costs paper, and looks as if something were missing. A page with a
frame of its own (cover, back, a quotation) is as empty as it was designed.
"""

from collections.abc import Iterator

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment
from brochure.document.layout import Layout
from brochure.document.layout_map import PlacedLine


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each unit whose text ends at the very top of another page."""
    for unit in units(layout):
        pages = unit.fragment.pages
        last, before = (_running(unit.fragment, page) for page in (pages, pages - 1))
        if last and before and _filled(unit.fragment) < rule.limit("share"):
            characters = sum(len(line.text) for line in last)
            yield unit.told(rule, last[0], unit=unit.fragment.name, characters=characters)


def _running(fragment: Fragment, page: int) -> list[PlacedLine]:
    lines = [line for line in fragment.layout.lines if line.page == page]
    return lines if all(line.frame is None for line in lines) else []


def _filled(fragment: Fragment) -> float:
    """Which part of the last page's height is used, pictures included."""
    items = [item.area for item in fragment.layout.items if item.page == fragment.pages]
    height = next(column.area.height for column in fragment.layout.columns if column.flow == 0)
    return (max(area.bottom for area in items) - min(area.top for area in items)) / height
