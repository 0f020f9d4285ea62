"""The one place of this room that knows WeasyPrint (70.0; a test pins its private names).

Reads the laid-out boxes as pieces, and steers how their content is marked while it is painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure.boxes import (
    AtomicInlineLevelBox,
    InlineLevelBox,
    LineBox,
    MarginBox,
    ReplacedBox,
    TextBox,
)
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.matrix import Matrix

from brochure.document.structure import Rectangle, enclosing
from brochure.pdf.tags.piece import Artifact, Piece, Pieces

PT_PER_PX = 0.75
SUBTYPES = {"top": "Header", "bottom": "Footer"}


def pieces_of(pages: Sequence[Any]) -> Pieces:
    """All that will be painted on the pages of one unit, in the order of its document."""
    html = pages[0]._page_box.children[0]
    reader = _Reader(html.source_texts)
    for number, page in enumerate(pages):
        reader.read_page(number, page)
    return Pieces(
        pages=len(pages),
        root=html.element,
        pieces=tuple(sorted(reader.pieces, key=lambda piece: (piece.order, piece.page))),
        texts=reader.texts,
        first=reader.first,
        areas=reader.areas,
        blocks=reader.blocks,
        numbering=reader.numbering,
    )


@dataclass(frozen=True)
class _Around:
    """What holds for a box because of the boxes around it."""

    order: int
    element: Any
    matrix: Matrix
    artifact: Artifact | None
    block: int = 0
    atom: int = 0


class _Reader:
    """Walks the boxes of a unit's pages."""

    def __init__(self, texts: dict[int, tuple[str, str]]) -> None:
        self.texts = texts
        self.pieces: list[Piece] = []
        self.first: dict[int, int] = {}
        self.areas: dict[int, list[tuple[int, Rectangle]]] = {}
        self.numbering: dict[int, str] = {}
        self.blocks: set[int] = set()
        self.page = 0

    def read_page(self, number: int, page: Any) -> None:
        self.page = number
        flip = Matrix(PT_PER_PX, 0, 0, -PT_PER_PX, 0, page.height * PT_PER_PX)
        for child in page._page_box.children:
            self._read(child, _Around(0, None, flip, _pagination(child)))

    def _read(self, box: Any, around: _Around) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        order = getattr(box, "document_order", around.order)
        matrix = around.matrix
        if box.transformation_matrix:
            matrix = box.transformation_matrix @ matrix
        artifact = Artifact("Layout") if box.is_leader else around.artifact
        if isinstance(box, TextBox | ReplacedBox):
            self._take(box, replace(around, order=order, matrix=matrix, artifact=artifact))
        element = box.element if box.element is not None else around.element
        if element is not around.element and artifact is None:
            self._note_element(box, order, matrix)
        atom = id(box) if isinstance(box, AtomicInlineLevelBox) else around.atom
        inner = isinstance(box, InlineLevelBox | LineBox)
        block = around.block if inner else id(element)
        for child in getattr(box, "children", ()):
            self._read(child, _Around(order, element, matrix, artifact, block, atom))

    def _note_element(self, box: Any, order: int, matrix: Matrix) -> None:
        """The principal box of an element: lines, texts and anonymous boxes lie within it."""
        key = id(box.element)
        self.first[key] = min(order, self.first.get(key, order))
        if not isinstance(box, InlineLevelBox | LineBox):
            self.blocks.add(key)
        if "list-item" in box.style["display"]:
            self.numbering[key] = str(box.style["list_style_type"])
        if box.element_tag == box.element.tag and not isinstance(box, LineBox | TextBox):
            self.areas.setdefault(key, []).append(
                (self.page, area_on_page(matrix, *box.hit_area()))
            )

    def _take(self, box: Any, at: _Around) -> None:
        if box.style["visibility"] != "visible":
            return
        measures = (box.position_x, box.position_y, box.margin_width(), box.margin_height())
        if isinstance(box, ReplacedBox):
            measures = (box.content_box_x(), box.content_box_y(), box.width, box.height)
        piece = Piece(
            box=box,
            page=self.page,
            order=(at.order, len(self.pieces)),
            key=(at.order, _slice(box)[0]),
            element=box.element,
            part=(box.element_tag or "").partition("::")[2],
            area=area_on_page(at.matrix, *measures),
            is_text=isinstance(box, TextBox),
            artifact=at.artifact,
            block=at.block,
            atom=at.atom,
        )
        if not piece.is_text or self._with_text(piece, box, at.order):
            self.pieces.append(piece)

    def _with_text(self, piece: Piece, box: Any, order: int) -> bool:
        """Fill in what a text shows; false for one that shows nothing."""
        painted = box.pango_layout.text if box.text else ""
        if not painted.strip(" \n\t\u200b"):
            return False
        if hasattr(box, "document_order"):
            typed, whole = self.texts[order]
            source = _slice(box)[2] if hasattr(box, "source_slice") else whole
            if len(typed) == len(whole):  # else `text-transform` made it longer
                typed = typed[len(whole) - len(source) :]
        else:  # made during layout: a first letter, a number that had to wait for its page
            typed = source = painted
            piece.key = (order, painted)
        piece.painted, piece.typed, piece.source = painted, typed, source
        piece.start, piece.end, _ = _slice(box)
        if box.style["letter_spacing"] != "normal":
            piece.letter_spacing = box.style["letter_spacing"] / box.style["font_size"]
        return True


def _slice(box: Any) -> tuple[int, int, str]:
    """Which characters of which text a box shows."""
    text = getattr(box, "text", "")
    found: tuple[int, int, str] = getattr(box, "source_slice", (0, len(text), text))
    return found


def _pagination(box: Any) -> Artifact | None:
    """What stands in the margin of a page is no part of the text (table 330 of ISO 32000-1)."""
    if not isinstance(box, MarginBox):
        return None
    subtype = SUBTYPES.get(box.at_keyword.lstrip("@").partition("-")[0])
    attached = {"Header": "Top", "Footer": "Bottom"}.get(subtype or "")
    return Artifact("Pagination", subtype, attached)


def area_on_page(matrix: Matrix, x: float, y: float, width: float, height: float) -> Rectangle:
    """The upright rectangle around a box, in points from the lower left corner of the page."""
    corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    points = [matrix.transform_point(*corner) for corner in corners]
    return enclosing((x, y, x, y) for x, y in points)
