"""Where lines, columns and pictures of a laid-out unit lie, read from the engine's boxes.

WeasyPrint 70; a test pins its private names. It is done once, right after layout, as nobody knows
later what a line was.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import (
    AtomicInlineLevelBox,
    InlineLevelBox,
    LineBox,
    ReplacedBox,
    TextBox,
)
from weasyprint.images import RasterImage
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.replaced import replacedbox_layout

from brochure.document.layout_map import Area, LayoutMap, PlacedColumn, PlacedImage, PlacedLine
from brochure.layout.line_texts import is_divided, letters, texts, x_height
from brochure.layout.on_page import (
    MM_PER_PX,
    Turned,
    around_all,
    border_box,
    is_upright,
    on_page,
    padding_box,
    rounded,
)
from brochure.layout.painting_order import Layers, Path

PT_PER_PX = 0.75
OPAQUE_MODES = ("RGB", "L", "CMYK", "1")
SOFT_HYPHEN = "\u00ad"


def layout_map(document: Any, keys: Mapping[int, int]) -> LayoutMap:
    """The map of a unit; `keys` are those of its placed boxes, by the ids of their elements."""
    reader = _Reader(keys)
    for number, page in enumerate(document.pages, start=1):
        reader.read_page(number, page)
    return LayoutMap(tuple(reader.columns), tuple(reader.lines), tuple(reader.images))


class _Around(NamedTuple):
    """What holds for a box because of the boxes around it."""

    element: Any
    block: Any
    matrix: Turned
    layers: Layers
    column: int
    box: int | None = None
    frame: int | None = None
    clip: Area | None = None
    is_silent: bool = False


class _Reader:
    """Walks the boxes of a unit's pages."""

    def __init__(self, keys: Mapping[int, int]) -> None:
        self._keys = keys
        self._numbers: dict[int, int] = {}
        self._page = self._count = 0
        self._painted: list[tuple[Path, int]] = []
        self._opaque: list[tuple[Path, Area]] = []
        self.columns: list[PlacedColumn] = []
        self.lines: list[PlacedLine] = []
        self.images: list[PlacedImage] = []

    def read_page(self, number: int, page: Any) -> None:
        """All that lies on a page."""
        self._page, self._painted, self._opaque = number, [], []
        whole = Area(0, 0, page.width * MM_PER_PX, page.height * MM_PER_PX)
        self.columns.append(PlacedColumn(number, 0, rounded(whole)))
        root = _Around(None, None, None, Layers(), len(self.columns) - 1)
        for child in page._page_box.children:
            self._read(child, root)
        for order, index in self._painted:
            later = [area for above, area in self._opaque if above > order]
            if covered := max((self.lines[index].area.share(area) for area in later), default=0):
                self.lines[index] = self.lines[index]._replace(covered=round(covered, 2))

    def _read(self, box: Any, around: _Around) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        self._count += 1
        number, is_atom = self._count, isinstance(box, AtomicInlineLevelBox)
        inner = around._replace(layers=around.layers.inside(box, number, is_atom=is_atom))
        if box.transformation_matrix:
            own = box.transformation_matrix
            inner = inner._replace(matrix=own @ around.matrix if around.matrix else own)
        self._note_ground(box, inner, around, number)
        if isinstance(box, ReplacedBox):
            self._note_image(box, inner, number)
            return
        if isinstance(box, LineBox):
            self._note_line(box, inner, number)
        inner = self._within(box, inner)
        for child in getattr(box, "children", ()):
            self._read(child, inner)

    def _within(self, box: Any, around: _Around) -> _Around:
        """What holds for the children of a box."""
        element = box.element if box.element is not None else around.element
        if element is not around.element:
            key = self._keys.get(id(element))
            around = around._replace(element=element, box=around.box if key is None else key)
            if element.get("data-fit"):
                around = around._replace(frame=key)
            if element.get("aria-hidden") == "true":
                around = around._replace(is_silent=True)
        if isinstance(box, InlineLevelBox | LineBox) and not isinstance(box, AtomicInlineLevelBox):
            return around
        if "::" in (box.element_tag or "") or box.style["opacity"] == 0:
            around = around._replace(is_silent=True)
        if box.is_column:
            area = on_page(around.matrix, *border_box(box))
            flow = self._number(element)
            self.columns.append(PlacedColumn(self._page, flow, rounded(area)))
            around = around._replace(column=len(self.columns) - 1)
        if box.style["overflow"] != "visible" and box.element_tag not in ("html", "body"):
            window = on_page(around.matrix, *padding_box(box))
            around = around._replace(clip=around.clip.shared(window) if around.clip else window)
        return around._replace(block=element)

    def _number(self, element: Any) -> int:
        return self._numbers.setdefault(id(element), len(self._numbers) + 1)

    def _note_ground(self, box: Any, inner: _Around, around: _Around, number: int) -> None:
        """An opaque background; of what is turned by any angle nobody knows what it hides."""
        ground = box.background
        if ground is None or ground.color.alpha < 1 or isinstance(box, LineBox | TextBox):
            return
        if is_upright(inner.matrix) and inner.clip is None:
            area = on_page(inner.matrix, *border_box(box))
            self._opaque.append((inner.layers.ground(around.layers, number), area))

    def _note_image(self, box: Any, around: _Around, number: int) -> None:
        if box.style["visibility"] != "visible" or not box.width or not box.height:
            return
        drawn = (box.content_box_x(), box.content_box_y(), box.width, box.height)
        area = on_page(around.matrix, *drawn)
        image, pixels, ppi = box.replacement, None, 0.0
        if isinstance(image, RasterImage):
            width, height = replacedbox_layout(box)[:2]
            pixels = (image.width, image.height)
            ppi = min(image.width / width, image.height / height) * 96
            if image.mode in OPAQUE_MODES and around.clip is None and is_upright(around.matrix):
                self._opaque.append((around.layers.text(number), area))
        element = box.element if box.element is not None else around.element
        key = self._keys.get(id(element), around.box)
        frame = around.frame
        self.images.append(
            PlacedImage(self._page, key, frame, rounded(area), pixels, round(ppi, 1))
        )

    def _note_line(self, line: Any, around: _Around, number: int) -> None:
        shown = [] if around.is_silent else list(texts(line))
        if not shown:
            return
        most = max(shown, key=lambda text: len(text.text))
        area = around_all([letters(text, around.matrix) for text in shown])
        seen = area.shared(around.clip) if around.clip else area
        cut = max(area.height - max(seen.height, 0), area.width - max(seen.width, 0))
        size = most.style["font_size"]
        self._painted.append((around.layers.text(number), len(self.lines)))
        self.lines.append(
            PlacedLine(
                page=self._page,
                block=self._number(around.block),
                column=around.column,
                box=around.box,
                frame=around.frame,
                element=around.block.tag if around.block is not None else "",
                area=rounded(area),
                text="".join(text.text for text in shown).replace(SOFT_HYPHEN, "").strip(),
                size=round(size * PT_PER_PX, 2),
                x_height=round(x_height(most) * MM_PER_PX, 3),
                is_divided=is_divided(shown[-1]),
                stretch=round(most.justification_spacing / size, 3) if size else 0.0,
                cut=round(cut, 2),
            )
        )
