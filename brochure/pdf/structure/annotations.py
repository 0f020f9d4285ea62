"""Annotations of all pages, with what the tree and the form fields say of them."""

from collections.abc import Iterator, Mapping

import pikepdf

from brochure.document.boxes import Box
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedAnnotation
from brochure.pdf.content.values import (
    Object,
    box,
    elements,
    is_dictionary,
    key,
    name,
    number,
    text,
    value,
)
from brochure.pdf.structure.destinations import Destinations

ABOVE = 32
"""Form fields above one another that are looked at."""
MOST = 100_000
NOWHERE = Box(0, 0, 0, 0)
ASKED = ("Name", "RC", "AA", "AFRelationship", "FS", "IC")
"""Entries that rules of single kinds ask of."""

Found = tuple[int, Object]
"""A page's number, and the object."""


def found_on(pdf: pikepdf.Pdf) -> list[Found]:
    """Every annotation with its page."""
    found: list[Found] = []
    for number_, page in enumerate(pdf.pages, start=1):
        for item in elements(value(page.obj, "/Annots")):
            if is_dictionary(item) and len(found) < MOST:
                found.append((number_, item))
    return found


def annotations(
    found: list[Found],
    pages: tuple[PdfPage, ...],
    destinations: Destinations,
    numbers: Mapping[int, Object],
    places: Mapping[str, int],
    holders: Mapping[int, int],
) -> Iterator[TaggedAnnotation]:
    """The annotations; `holders` are the elements that hold them, by their index."""
    for index, (page, item) in enumerate(found):
        target = destinations.of(item)
        parent = value(item, "/StructParent")
        above = numbers.get(parent) if isinstance(parent, int) else None
        where = box(value(item, "/Rect")) or NOWHERE
        boxes = pages[page - 1].boxes
        yield TaggedAnnotation(
            index,
            name(value(item, "/Subtype")),
            page,
            where,
            text(value(item, "/Contents")),
            int(number(value(item, "/F"))),
            text(value(item, "/Lang")),
            _tooltip(item),
            target.address or (f"page {target.page}" if target.page else ""),
            target.by_structure,
            holders.get(index, -1),
            places.get(key(above), -1),
            parent is not None,
            not where.touches(boxes.crop or boxes.media),
            dict(_entries(item)),
        )


def _tooltip(item: Object) -> str | None:
    for _ in range(ABOVE):
        if (found := text(value(item, "/TU"))) is not None:
            return found
        if (item := value(item, "/Parent")) is None:
            break
    return None


def _entries(item: Object) -> Iterator[tuple[str, str]]:
    for word in ASKED:
        if (found := value(item, f"/{word}")) is not None:
            yield word, text(found) or name(found) or "…"
    if (relation := value(value(item, "/FS"), "/AFRelationship")) is not None:
        yield "AFRelationship", name(relation)
