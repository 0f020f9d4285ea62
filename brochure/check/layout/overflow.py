"""layout/overflow: a page or a panel has more text than it can show.

Rationale: what does not fit moves to a page nobody planned, or out of the sheet; the layout engine
says nothing about it.
"""

from collections.abc import Iterator, Mapping

from brochure.check.layout.slots import OPTICAL_MM, slot
from brochure.check.layout.unit import Unit, units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment, PlacedBox
from brochure.document.layout import Layout
from brochure.document.layout_map import Area

TOLERANCE_MM = 0.3
Frames = Mapping[tuple[int, int], PlacedBox]
"""Boxes with a `fit` by key and page."""
Found = Iterator[tuple[PlacedBox, PlacedBox | None, float]]
"""A frame that is too small, what leaves it, and how many mm too wide that is; 0 if too high."""


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """One finding for each page or panel that is too small for its content.

    What leaves a frame often leaves the one around it as well; that is told once.
    """
    for unit in units(layout):
        fragment = unit.fragment
        frames = {(box.key, box.page): box for box in fragment.boxes if box.fit}
        told: set[int] = set()
        for frame, culprit, wide in (*_too_high(fragment), *_reaching_out(fragment, frames)):
            keys = {around.key for around in _around(frame, frames)}
            if not keys & told:
                told |= keys
                yield _finding(unit, rule, frame, culprit, wide)


def _too_high(fragment: Fragment) -> Found:
    """Frames that go on on another page or whose content ends below them."""
    seen: set[int] = set()
    for box in fragment.boxes:
        if not box.fit:
            continue
        if box.key in seen:
            first = next(item for item in fragment.boxes if item.key == box.key)
            yield first, _first_on_page(fragment, box.page), 0
        elif box.content_bottom > box.y + box.height + TOLERANCE_MM:
            culprit = _first_below(fragment, box) or _heading_in(fragment, box)
            yield box, culprit, 0
        seen.add(box.key)


def _reaching_out(fragment: Fragment, frames: Frames) -> Found:
    """Words that lie outside of a frame around them, however they were positioned.

    What names a place comes first, so that a frame's own words are told at theirs.
    """
    for box in sorted(fragment.boxes, key=lambda box: bool(box.fit)):
        for frame in _around(box, frames):
            if (wide := _leaves(box.words, frame)) is not None:
                yield frame, box, wide


def _leaves(words: Area | None, frame: PlacedBox) -> float | None:
    """By how much words are too wide for a frame; 0 where they are too high."""
    if words is None:
        return None
    right, bottom = frame.x + frame.width, frame.y + frame.height
    if (wide := max(frame.x - words.left, words.right - right)) > OPTICAL_MM:
        return wide
    return 0 if max(frame.y - words.top, words.bottom - bottom) > OPTICAL_MM else None


def _around(box: PlacedBox, frames: Frames) -> Iterator[PlacedBox]:
    """The frames that a box stands in, from the nearest; a frame holds its own words."""
    frame = box if box.fit else _named(box, frames)
    while frame:
        yield frame
        frame = _named(frame, frames)


def _named(box: PlacedBox, frames: Frames) -> PlacedBox | None:
    return None if box.frame is None else frames.get((box.frame, box.page))


def _finding(
    unit: Unit, rule: Rule, frame: PlacedBox, culprit: PlacedBox | None, wide: float
) -> Diagnostic:
    place = culprit and (culprit.source or (culprit.anchor and unit.places[culprit.anchor]))
    span = place or unit.places[unit.fragment.name]
    name, fit = unit.fragment.name, frame.fit
    if wide:
        return rule.at(span, "wide", unit=name, fit=fit, over=f"{wide:.0f}")
    full = slot(unit, frame)
    if not full.over_characters:
        return rule.at(span, unit=name, fit=fit)
    over, characters = f"{full.over_mm:.0f}", full.over_characters
    return rule.at(span, "text", unit=name, fit=fit, over=over, characters=characters)


def _first_on_page(fragment: Fragment, page: int) -> PlacedBox | None:
    return next((box for box in fragment.boxes if box.page == page and box.source), None)


def _heading_in(fragment: Fragment, frame: PlacedBox) -> PlacedBox | None:
    inside = (box for box in fragment.boxes if box.frame == frame.key and box.anchor)
    return next(inside, None)


def _first_below(fragment: Fragment, frame: PlacedBox) -> PlacedBox | None:
    """The first text inside the frame that ends below it."""
    bottom = frame.y + frame.height + TOLERANCE_MM
    inside = (box for box in fragment.boxes if box.page == frame.page and box.source)
    return next(
        (
            box
            for box in inside
            if box.y + box.height > bottom and frame.x <= box.x + 0.1 < frame.x + frame.width
        ),
        None,
    )
