"""Units that differ in their words alone are parsed and styled once, as those of records do.

No selector of CSS sees words, but `:empty`, which asks whether there are any. So the tree of the
first unit gets the words of the next, and its styles stay. What the engine writes into a style
while it lays out (WeasyPrint 70 makes a block of a footnote, for one) is taken back before.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import weasyprint.css
import weasyprint.document
from weasyprint.css import ComputedStyle

TAG = re.compile(r"(<[^>]*>)")
PLAIN = re.compile(
    r"(?:[^&\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]|&(?:amp|lt|gt|quot|#34|#39);)*"
)
"""What any parser reads alike, without the longer rules of HTML (13.2.5.72)."""
RAW = ("<style", "<script")
"""What comes after these is no text of the document."""
RECENT = 8
"""Shapes that are kept: about as many as a publication has units that differ by record."""
ABSENT = object()

Slot = tuple[Any, str]
"""Where a text lies in the tree: an element, and `text` or `tail`."""
Parse = Callable[[], Any]


class Style(ComputedStyle):  # type: ignore[misc]
    """A style that can be brought back to what CSS made of it."""

    _at_work = 0
    """How deep it is in working out a value of its own."""
    _touched: "list[Style] | None" = None
    """Where each puts itself down when something else writes into it, while a shape is laid out."""

    def __missing__(self, key: str) -> Any:
        self._at_work += 1
        try:
            return super().__missing__(key)
        finally:
            self._at_work -= 1

    def __setitem__(self, key: str, value: Any) -> None:
        if not self._at_work and self._touched is not None:
            if "_before" not in self.__dict__:
                self._before: dict[str, Any] = {}
                self._touched.append(self)
            self._before.setdefault(key, self.get(key, ABSENT))
        super().__setitem__(key, value)

    def as_it_was(self) -> None:
        """Take back what was written into it."""
        for key, value in self.__dict__.pop("_before").items():
            if value is ABSENT:
                self.pop(key)
            else:
                super().__setitem__(key, value)


@dataclass
class Shape:
    """A parsed unit whose words can be changed, with its styles once it has some."""

    html: Any
    slots: dict[int, Slot] = field(repr=False)
    style_for: Any = None
    counters: dict[str, Any] = field(default_factory=dict, repr=False)
    anchors: tuple[str, ...] = ()
    touched: list[Style] = field(default_factory=list, repr=False)

    def say(self, texts: Sequence[str]) -> None:
        """Put other words in."""
        for index, (element, place) in self.slots.items():
            setattr(element, place, unescape(texts[index]))

    def style(self, compute: Callable[[], Any], counters: Any, targets: Any) -> Any:
        """What gives the styles: computed, or as they were."""
        if self.style_for is None:
            self.style_for = compute()
            self.counters = dict(counters)
            self.anchors = tuple(targets.target_lookup_items)
            _keep_styles_of_pages(self.style_for)
            return self.style_for
        counters.update(self.counters)
        for anchor in self.anchors:
            targets.collect_anchor(anchor)
        self._as_it_was()
        return self.style_for

    def _as_it_was(self) -> None:
        while self.touched:
            self.touched.pop().as_it_was()
        self.style_for.initial_page_sizes.update(box=None, area=None)


class Shapes:
    """The shapes that came last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, Shape] = OrderedDict()
        self._now: Shape | None = None
        self._compute = weasyprint.document.get_all_computed_styles
        weasyprint.document.get_all_computed_styles = self._styles

    @contextmanager
    def parsed(self, html: str, sheets: Sequence[object], parse: Parse) -> Iterator[Any]:
        """While it is laid out, the tree of a unit that will come again with other words."""
        key, texts = _key(html, sheets)
        self._now = self._found(key, texts, parse)
        own, weasyprint.css.ComputedStyle = weasyprint.css.ComputedStyle, Style
        Style._touched = self._now.touched if self._now else None
        try:
            yield self._now.html if self._now else parse()
        finally:
            self._now, weasyprint.css.ComputedStyle, Style._touched = None, own, None

    def forget(self) -> None:
        """The next unit of any shape is parsed and styled again."""
        self._kept.clear()

    def _found(self, key: object, texts: Sequence[str], parse: Parse) -> Shape | None:
        if not all(map(PLAIN.fullmatch, texts)):
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            self._kept[key].say(texts)
            return self._kept[key]
        html = parse()
        if (slots := _slots(html.etree_element, texts)) is None:
            return None
        self._kept[key] = Shape(html, slots)
        if len(self._kept) > RECENT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _styles(self, html: Any, *words: Any) -> Any:
        if self._now is None or self._now.html is not html:
            return self._compute(html, *words)
        _, _, _, counters, _, _, _, targets, *_ = words
        return self._now.style(lambda: self._compute(html, *words), counters, targets)


def _keep_styles_of_pages(style_for: Any) -> None:
    """The engine styles a page whenever it makes one, even of a kind that it has styled."""
    computed = style_for.get_computed_styles()
    declare, compute = style_for.add_page_declarations, style_for.set_computed_styles

    def add_page_declarations(kind: Any) -> None:
        if (kind, None) not in computed:
            declare(kind)

    def set_computed_styles(element: Any, *words: Any, **named: Any) -> None:
        if (element, named.get("pseudo_type")) not in computed:
            compute(element, *words, **named)

    style_for.add_page_declarations = add_page_declarations
    style_for.set_computed_styles = set_computed_styles


def _key(html: str, sheets: Sequence[object]) -> tuple[object, list[str]]:
    """The shape of a unit, and its texts."""
    parts = TAG.split(html)
    texts, tags = parts[::2], parts[1::2]
    for index, tag in enumerate(tags):
        if tag.startswith(RAW):
            tags[index] += texts[index + 1]
            texts[index + 1] = ""
    blank = tuple(None if text.strip() else text for text in texts)
    return (tuple(tags), blank, tuple(sheets)), texts


def _slots(root: Any, texts: Sequence[str]) -> dict[int, Slot] | None:
    """Where each text lies in a tree; none where it can't be told for sure."""
    places = [place for place in _places(root) if getattr(*place).strip()]
    said = [index for index, text in enumerate(texts) if text.strip()]
    if [getattr(*place) for place in places] != [unescape(texts[index]) for index in said]:
        return None
    return dict(zip(said, places, strict=True))


def _places(element: Any) -> Iterator[Slot]:
    if element.text and element.tag not in ("style", "script"):
        yield element, "text"
    for child in element:
        yield from _places(child)
        if child.tail:
            yield child, "tail"
