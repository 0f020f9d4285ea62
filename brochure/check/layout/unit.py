"""A unit in its file: on which page it starts, and which line of the text to tell a finding at.

Rationale: a page names nothing that an author can change; the line of the YAML file does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Span
from brochure.document.document import Source, section_path
from brochure.document.fragment import Fragment, PlacedBox
from brochure.document.layout import Layout
from brochure.document.layout_map import Area, PlacedImage, PlacedLine

SHOWN = 40
Places = Mapping[str, Span | None]


@dataclass(frozen=True)
class Unit:
    """A unit that starts on the page `start` of its file; `places` are those of its parts."""

    fragment: Fragment
    start: int
    places: Places
    boxes: Mapping[int, PlacedBox]

    def span(self, box: int | None, frame: int | None) -> Span | None:
        """Where the text of a box is written: itself, its heading, or its unit."""
        named = [self.boxes[key] for key in (box, frame) if key is not None]
        inside = (item for item in self.fragment.boxes if item.frame == frame and item.anchor)
        for item in (*named, *(inside if frame is not None else ())):
            if span := item.source or (item.anchor and self.places[item.anchor]):
                return span
        return self.places[self.fragment.name]

    def told(
        self, rule: Rule, item: PlacedLine | PlacedImage, variant: str = "", **values: Any
    ) -> Diagnostic:
        """A finding at a line or a picture, with the page of the file and the place on it."""
        if isinstance(item, PlacedLine):
            values = {"text": shortened(item.text), **values}
        page, area = self.start + item.page - 1, place(item.area)
        span = self.span(item.box, item.frame)
        return rule.at(span, variant, page=page, area=area, **values)


def units(layout: Layout) -> Iterator[Unit]:
    """The units of a file, in order."""
    places, start = places_of(layout.source), 1
    for fragment in layout.fragments:
        boxes: dict[int, PlacedBox] = {}
        for box in fragment.boxes:
            boxes.setdefault(box.key, box)
        yield Unit(fragment, start, places, boxes)
        start += fragment.pages


def places_of(source: Source) -> Places:
    """Where headings and the title stand, by their ids; for all else a unit's own part."""
    document = source.document
    sections = {section.id: section for section in document.messages}
    sections |= {"introduction": document.introduction, "imprint": document.imprint}
    named = {name: source.ids.get(section.id) for name, section in sections.items()}
    headings = {
        section.id: source.places.get((*section_path(document, section), "heading"))
        for section in sections.values()
    }
    title = source.places.get(("title",))
    return defaultdict(lambda: title, {**named, **headings})


def place(area: Area) -> str:
    """Where something lies on its page: left, top, width, height in mm."""
    return f"{area.left:.1f} {area.top:.1f} {area.width:.1f} {area.height:.1f}"


def shortened(text: str) -> str:
    """The beginning of a line, to find it by."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
