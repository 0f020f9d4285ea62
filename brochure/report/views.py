"""Pages of a tagged file as views: tags, the order of reading, the boxes of the page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from brochure.catalog.structure import is_inline
from brochure.document.boxes import MM, Box
from brochure.document.examined import Area, PageView, Region
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import Content, Element, TaggedFile

MOST_WORDS = 160
"""Characters of a block that are told in the reading order."""
MOST_REGIONS = 1500
"""Blocks of a page that are drawn; more can't be told apart."""


def views_of(
    file: TaggedFile,
    pictures: Mapping[int, bytes],
    heats: Mapping[int, bytes] | None = None,
    inks: Mapping[int, bytes] | None = None,
) -> tuple[PageView, ...]:
    """The pages that have a picture, of their CropBox, else MediaBox; all three sets are turned."""
    order = _by_page(file)
    return tuple(
        PageView(
            page.number,
            _area(page, page.boxes.crop or page.boxes.media),
            pictures[page.number],
            page.rotate,
            order.get(page.number, ()),
            tuple(_outlines(order.get(page.number, ()))),
            tuple(_boxes(page)),
            (heats or {}).get(page.number, b""),
            (inks or {}).get(page.number, b""),
        )
        for page in file.file.pages
        if page.number in pictures
    )


def _by_page(file: TaggedFile) -> dict[int, tuple[Region, ...]]:
    """The blocks of each page, in the order of the tree; what stands in a line is part of one."""
    found: dict[int, list[Region]] = defaultdict(list)
    for (page, index), group in groupby(file.contents, lambda item: _block(file, item)):
        pieces = [item for item in group if item.box]
        if pieces and 0 < page <= len(file.file.pages) and len(found[page]) < MOST_REGIONS:
            found[page].append(_region(file, file.elements[index], pieces))
    return {page: tuple(regions) for page, regions in found.items()}


def _region(file: TaggedFile, element: Element, pieces: Sequence[Content]) -> Region:
    """What of an element lies on one page, and what is read there."""
    box = Box.around(item.box for item in pieces if item.box)
    words = " ".join("".join(item.text for item in pieces).split()) or element.alt or ""
    area = _area(file.file.pages[pieces[0].page - 1], box)
    return Region(area, element.standard or element.type, words[:MOST_WORDS])


def _block(file: TaggedFile, item: Content) -> tuple[int, int]:
    """The page, and the nearest element around a piece that is more than a part of a line."""
    element: Element = file.elements[item.element]
    around = (one for one in (element, *file.around(element)) if not is_inline(one.standard))
    return item.page, next(around, element).index


def _outlines(regions: tuple[Region, ...]) -> Iterator[Region]:
    for region in regions:
        yield Region(region.area, region.label)


def _boxes(page: PdfPage) -> Iterator[Region]:
    """The boxes that a page sets, by their names."""
    boxes = page.boxes
    for name in ("media", "crop", "bleed", "trim", "art"):
        if box := getattr(boxes, name):
            yield Region(_area(page, box), f"{name.capitalize()}Box")


def _area(page: PdfPage, box: Box) -> Area:
    finished = page.boxes.finished
    sides = (box.left - finished.left, finished.top - box.top, box.width, box.height)
    left, top, width, height = (round(side / MM, 2) for side in sides)
    return left, top, width, height
