"""The margins of pages by themselves: a unit that moves is not laid out again for its page numbers.

While a unit is laid out, its margin boxes are left out, and what they go by is written down
(`PageKind`): side, name, index, the strings of the page. From this they are made later, for any
page number and total, on pages without content. Names replaced are those of WeasyPrint 70
(`layout/__init__.py`, `layout/page.py`); a test pins them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import weasyprint.layout
from weasyprint.layout.page import (
    PageType,
    make_all_pages,
    make_margin_boxes,
    make_page,
    set_page_type_computed_styles,
)

from brochure.document.fragment import PageKind
from brochure.document.html import Numbering

SEAMS = ("make_all_pages", "make_margin_boxes")
EDGES = {"top": "left center right", "bottom": "left center right"}
EDGES |= {"left": "top middle bottom", "right": "top middle bottom"}
KEYWORDS = [f"@{edge}-{place}" for edge, places in EDGES.items() for place in places.split()]
KEYWORDS += [f"@{edge}-{side}-corner" for edge in ("top", "bottom") for side in ("left", "right")]
PAGE_COUNTERS = {"page", "pages"}


@dataclass
class Observed:
    """What was seen of a unit's pages while it was laid out."""

    kinds: list[PageKind] = field(default_factory=list)
    is_numbered: bool = False


@contextmanager
def without_margins() -> Iterator[Observed]:
    """Lay out without margin boxes, but note what they go by.

    A running element is content that moves into a margin: such a unit keeps its margins, and must
    know its page numbers.
    """
    observed = Observed()

    def note(context: Any, page: Any, state: Any) -> Iterator[Any]:
        keeps = any(pages for pages in context.running_elements.values())
        observed.kinds.append(_kind(context, page, has_margins=not keeps and _has(context, page)))
        observed.is_numbered |= keeps or _shows_page_numbers(context)
        if keeps:
            yield from make_margin_boxes(context, page, state)

    with _replaced(make_all_pages, note):
        yield observed


@contextmanager
def only_margins(kinds: Sequence[PageKind], numbering: Numbering) -> Iterator[None]:
    """Lay out nothing but the margins of these pages."""

    def pages(context: Any, root: Any, html: Any, _: Any) -> Iterator[Any]:
        context.rendered_notes = []
        empty = root.copy_with_children([])
        for index, kind in enumerate(kinds):
            _, following, is_right, state, remake = context.page_maker[index]
            state, remake = deepcopy(state), {**remake, "anchors": [], "content_lookups": []}
            type_ = PageType(kind.side, kind.blank, kind.name, kind.index, kind.groups)
            set_page_type_computed_styles(type_, html, context.style_for)
            page, _, _ = make_page(context, empty, type_, None, index + 1, state)
            context.page_maker.append((None, following, not is_right, state, remake))
            yield page

    def make(context: Any, page: Any, state: Any) -> Iterator[Any]:
        index = context.current_page - 1
        depth, counters, scopes, groups = deepcopy(state)
        counters |= {"page": [numbering.start + index], "pages": [numbering.total]}
        for name, texts in _strings(kinds[index], numbering if index == 0 else None):
            context.string_set[name][index + 1] = list(texts)
        yield from make_margin_boxes(context, page, (depth, counters, scopes, groups))

    with _replaced(pages, make):
        yield


@contextmanager
def _replaced(*replacements: Any) -> Iterator[None]:
    before = [getattr(weasyprint.layout, name) for name in SEAMS]
    for name, replacement in zip(SEAMS, replacements, strict=True):
        setattr(weasyprint.layout, name, replacement)
    try:
        yield
    finally:
        for name, original in zip(SEAMS, before, strict=True):
            setattr(weasyprint.layout, name, original)


def _kind(context: Any, page: Any, *, has_margins: bool) -> PageKind:
    type_ = page.page_type
    strings = tuple(
        (name, tuple(pages[context.current_page]))
        for name, pages in sorted(context.string_set.items())
        if context.current_page in pages
    )
    name = type_.name if isinstance(type_.name, str) else ""
    groups = tuple((str(name), int(index)) for name, index in type_.groups)
    return PageKind(type_.side, type_.blank, name, type_.index, groups, strings, has_margins)


def _has(context: Any, page: Any) -> bool:
    styles = (context.style_for(page.page_type, keyword) for keyword in KEYWORDS)
    made = (style["content"] for style in styles if style is not None)
    return any(content not in ("normal", "inhibit", "none") for content in made)


def _shows_page_numbers(context: Any) -> bool:
    """Whether text outside of margins shows the number of a page, its own or another's."""
    return any(
        PAGE_COUNTERS & {*item.missing_counters}
        or any(PAGE_COUNTERS & {*names} for names in item.missing_target_counters.values())
        for item in context.target_collector.counter_lookup_items.values()
    )


def _strings(kind: PageKind, first: Numbering | None) -> Iterator[tuple[str, Sequence[str]]]:
    """What was set on a page; before the unit's own, what the units before it left."""
    own = dict(kind.strings)
    inherited = dict(first.strings) if first else {}
    yield from own.items()
    yield from ((name, (text,)) for name, text in inherited.items() if name not in own)
