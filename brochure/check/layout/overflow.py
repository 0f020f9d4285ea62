"""layout/overflow: a page or a panel has more text than it can show.

Rationale: what does not fit moves to a page nobody planned, or out of the sheet; the layout engine
says nothing about it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from brochure.diagnostics import Diagnostic, Span
from brochure.document.document import Source, section_path
from brochure.document.fragment import Area, Fragment, PlacedBox

TOLERANCE_MM = 0.3
OPTICAL_MM = 2.0
"""A style may move a line by a millimetre or two so that it looks aligned."""


Places = Mapping[str, Span | None]
Frames = Mapping[tuple[int, int], PlacedBox]
"""Boxes with a `fit` by key and page."""
Found = Iterator[tuple[Diagnostic, PlacedBox]]
"""Findings with the frame that is too small."""


def overflows(fragment: Fragment, source: Source) -> Iterator[Diagnostic]:
    """One finding for each page or panel that is too small for its content.

    What leaves a frame often leaves the one around it as well; that is told once.
    """
    parts = _places(source)
    frames = {(box.key, box.page): box for box in fragment.boxes if box.fit}
    told: set[int] = set()
    for finding, frame in (*_too_high(fragment, parts), *_reaching_out(fragment, frames, parts)):
        keys = {around.key for around in _around(frame, frames)}
        if not keys & told:
            told |= keys
            yield finding


def _too_high(fragment: Fragment, parts: Places) -> Found:
    """Frames that go on on another page or whose content ends below them."""
    seen: set[int] = set()
    for box in fragment.boxes:
        if not box.fit:
            continue
        if box.key in seen:
            yield _finding(fragment, box, _first_on_page(fragment, box.page), parts), box
        elif box.content_bottom > box.y + box.height + TOLERANCE_MM:
            culprit = _first_below(fragment, box) or _heading_in(fragment, box)
            yield _finding(fragment, box, culprit, parts), box
        seen.add(box.key)


def _reaching_out(fragment: Fragment, frames: Frames, parts: Places) -> Found:
    """Words that lie outside of a frame around them, however they were positioned.

    What names a place comes first, so that a frame's own words are told at theirs.
    """
    for box in sorted(fragment.boxes, key=lambda box: bool(box.fit)):
        for frame in _around(box, frames):
            if (variant := _leaves(box.words, frame)) is not None:
                yield _finding(fragment, frame, box, parts, variant), frame


def _leaves(words: Area | None, frame: PlacedBox) -> str | None:
    """How words leave a frame, as the variant of the sentence: too `wide`, or too high."""
    if words is None:
        return None
    left, right = frame.x - OPTICAL_MM, frame.x + frame.width + OPTICAL_MM
    if words.left < left or words.right > right:
        return "wide"
    top, bottom = frame.y - OPTICAL_MM, frame.y + frame.height + OPTICAL_MM
    return "" if words.top < top or words.bottom > bottom else None


def _around(box: PlacedBox, frames: Frames) -> Iterator[PlacedBox]:
    """The frames that a box stands in, from the nearest; a frame holds its own words."""
    frame = box if box.fit else _named(box, frames)
    while frame:
        yield frame
        frame = _named(frame, frames)


def _named(box: PlacedBox, frames: Frames) -> PlacedBox | None:
    return None if box.frame is None else frames.get((box.frame, box.page))


def _finding(
    fragment: Fragment,
    frame: PlacedBox,
    culprit: PlacedBox | None,
    parts: Places,
    variant: str = "",
) -> Diagnostic:
    span = culprit and (culprit.source or (culprit.anchor and parts[culprit.anchor]))
    span = span or parts[fragment.name]
    return Diagnostic.of(
        "layout/overflow", span, variant=variant, unit=fragment.name, fit=frame.fit
    )


def _places(source: Source) -> Places:
    """Where headings and the title stand, by their ids; for all else a unit's own part."""
    document = source.document
    sections = {section.id: section for section in document.messages}
    sections |= {"introduction": document.introduction, "imprint": document.imprint}
    units = {name: source.ids.get(section.id) for name, section in sections.items()}
    headings = {
        section.id: source.places.get((*section_path(document, section), "heading"))
        for section in sections.values()
    }
    title = source.places.get(("title",))
    return defaultdict(lambda: title, {**units, **headings})


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
