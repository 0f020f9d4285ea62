"""Steers the engine while it paints: every box is marked, and where it went is written down.

The names that are replaced are those of WeasyPrint 70, all in `SEAMS`; a test pins them. Fonts,
links, bookmarks and tags of its own are left out: they are ours to make.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any

import pydyf
import weasyprint.document
import weasyprint.draw
import weasyprint.pdf
import weasyprint.pdf.stream
from weasyprint import DEFAULT_OPTIONS
from weasyprint.draw import draw_stacking_context
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext
from weasyprint.text.ffi import ffi, pango

from brochure.document.structure import Rectangle
from brochure.pdf.sfnt import advance_widths
from brochure.pdf.soft_hyphen import CODE as SOFT_HYPHEN_CODE
from brochure.pdf.tags.engine import PT_PER_PX, area_on_page
from brochure.pdf.tags.marks import Mark
from brochure.pdf.tags.piece import Artifact
from brochure.recent import Recent

SEAMS: Sequence[tuple[Any, str]] = (
    (Stream, "marked"),
    (Stream, "artifact"),
    (Stream, "add_group"),
    (weasyprint.draw, "draw_background"),
    (weasyprint.draw, "draw_background_image"),
    (weasyprint.draw, "draw_border"),
    (weasyprint.pdf, "add_links"),
    (weasyprint.pdf, "add_outlines"),
    (weasyprint.pdf, "add_tags"),
    (weasyprint.pdf, "build_fonts_dictionary"),
    (weasyprint.pdf, "resolve_links"),
    (weasyprint.pdf.stream, "Font"),
    (weasyprint.document, "draw_page"),
)
MADE = ("\u2010", "\u00ad")
"""What the engine takes for a hyphen of its own, unless the style says otherwise."""
BACK = b"500"
"""How far a space is moved back, in thousandths of the size of the font."""
LAST_GLYPH = re.compile(rb"<([0-9a-f]*)([0-9a-f]{4})>(?=[^<>]*\] TJ)")


class Painting:
    """What happens while the pages of a unit are painted; of its margins, nothing else is."""

    def __init__(self, marks: Mapping[int, Mark], *, only_margins: bool = False) -> None:
        self.marks = marks
        self.only_margins = only_margins
        self.painted: dict[int, tuple[int, int, int]] = {}
        self.streams: list[list[Any]] = []
        """For each page its own stream and those of its groups that have marked content."""
        self.hyphens: dict[str, int] = {}
        """By the font's name in the file: the glyph that was painted as a hyphen."""
        self._area: tuple[str, Rectangle] | None = None

    def paint(self, document: Any) -> Any:
        """The engine's PDF of a laid-out unit, not yet a file: pages, pictures, no fonts."""
        self._widths = [page.width for page in document.pages]
        with self.steering():
            return weasyprint.pdf.generate_pdf(
                document, None, 1, **DEFAULT_OPTIONS | {"pdf_tags": True}
            )

    @contextmanager
    def steering(self) -> Iterator[None]:
        """Paint with our marks; the engine is as it was afterwards."""
        before = [getattr(owner, name) for owner, name in SEAMS]
        self._add_group, self._draw_background, self._draw_image, self._draw_border = before[2:6]
        ours: tuple[Any, ...] = (
            lambda stream, box, tag: self._marked(stream, box, tag),
            lambda stream: self._as_artifact(stream),
            lambda stream, *measures: self._group(stream, *measures),
            self._background,
            self._background_image,
            self._border,
            self._begin_page,
            lambda *_: None,
            lambda *_: None,
            lambda *_: pydyf.Dictionary(),
            lambda pages: [([], [])] * len(pages),
            face_font,
            _draw_margins if self.only_margins else before[-1],
        )
        for (owner, name), replacement in zip(SEAMS, ours, strict=True):
            setattr(owner, name, replacement)
        try:
            yield
        finally:
            for (owner, name), original in zip(SEAMS, before, strict=True):
                setattr(owner, name, original)

    def _begin_page(self, links: Any, matrix: Any, pdf: Any, page: Any, *_: Any) -> None:
        """Called before a page is painted; the links are ours to make (`tree.py`)."""
        self.streams.append([])
        self._next_mcid = 0

    @contextmanager
    def _marked(self, stream: Any, box: Any, tag: str) -> Iterator[None]:
        mark = self.marks.get(id(box), Mark(Artifact("Layout")))
        if mark.artifact and _paints_nothing(box):
            yield
            return
        if mark.artifact:
            pydyf.Stream.begin_marked_content(
                stream, "Artifact", artifact_properties(mark.artifact)
            )
        else:
            properties = pydyf.Dictionary({"MCID": self._place(stream, box)})
            if mark.actual_text is not None:
                properties["ActualText"] = pydyf.String(mark.actual_text)
            pydyf.Stream.begin_marked_content(stream, tag, properties)
        if mark.adds_space:
            box.pango_layout.text += " "
        yield
        if mark.adds_space:  # once only: pages may be painted again
            box.pango_layout.text = box.pango_layout.text[:-1]
            if self._ends_beyond_page(stream, box):
                self._pull_space_back(stream)
        if mark.is_hyphenated:
            self._read_hyphen_as_soft(stream)
        stream.end_marked_content()

    def _place(self, stream: Any, box: Any) -> int:
        """Give a box the next marked-content id of the page.

        Each stream could count for itself (ISO 32000-1, 14.7.4.2), but PDFium and pdf.js know
        marked content by page and id alone, and would mix groups with the page.
        """
        streams = self.streams[-1]
        if not streams:
            streams.append(_page_stream(stream))
        if stream not in streams:
            streams.append(stream)
        mcid, self._next_mcid = self._next_mcid, self._next_mcid + 1
        self.painted[id(box)] = (len(self.streams) - 1, streams.index(stream), mcid)
        return mcid

    @contextmanager
    def _as_artifact(self, stream: Any) -> Iterator[None]:
        artifact = Artifact("Layout")
        if self._area and "Pattern" not in str(stream.extra.get("Type")):
            kind, area = self._area
            artifact = Artifact(kind, bbox=_on_page(stream, area))
        pydyf.Stream.begin_marked_content(stream, "Artifact", artifact_properties(artifact))
        yield
        stream.end_marked_content()

    def _group(self, stream: Any, *measures: Any) -> Any:
        """A group is painted in the coordinates of what is around it."""
        group = self._add_group(stream, *measures)
        group.around = stream.ctm @ getattr(stream, "around", Matrix())
        group.page_stream = _page_stream(stream)
        return group

    def _background(self, stream: Any, background: Any, *rest: Any, **named: Any) -> None:
        if background is not None and background.layers:
            self._area = ("Background", background.layers[-1].painting_area)
        self._draw_background(stream, background, *rest, **named)
        self._area = None

    def _background_image(self, stream: Any, layer: Any, style: Any) -> None:
        """A drawing that the engine makes itself shows the marks for cutting (table 330)."""
        area = self._area
        if getattr(layer.image, "_base_url", "") is None:
            self._area = ("Page", layer.painting_area)
        self._draw_image(stream, layer, style)
        self._area = area

    def _border(self, stream: Any, box: Any) -> None:
        x, y = box.border_box_x(), box.border_box_y()
        self._area = ("Layout", (x, y, box.border_width(), box.border_height()))
        self._draw_border(stream, box)
        self._area = None

    def _ends_beyond_page(self, stream: Any, box: Any) -> bool:
        """Whether what follows a box to the right of it is off the trimmed page."""
        area = _on_page(stream, (box.position_x, box.position_y, box.width, box.height))
        return bool(area[2] > self._widths[len(self.streams) - 1] * PT_PER_PX)

    def _read_hyphen_as_soft(self, stream: Any) -> None:
        """The last glyph of the text just painted gets the code that is read as a soft hyphen."""
        name = stream._old_font[0]
        fonts = [font for font in stream._fonts.values() if font.hash == name]
        if any(font.type == "otf" for font in fonts):
            return  # characters of CFF fonts can't be led to glyphs (ISO 32000-1, 9.7.4.2)
        glyph = _replace_last_glyph(stream, lambda _: f"{SOFT_HYPHEN_CODE:04x}".encode())
        if glyph is None:
            return
        self.hyphens[name] = glyph
        for font in fonts:
            if font.to_unicode.get(glyph) in MADE:
                font.to_unicode[glyph] = "-"  # what else the glyph shows was typed

    def _pull_space_back(self, stream: Any) -> None:
        """poppler leaves out what lies beyond the page, and the words would run together."""
        _replace_last_glyph(stream, lambda space: b">" + BACK + b"<" + space)


def _replace_last_glyph(stream: Any, change: Callable[[bytes], bytes]) -> int | None:
    """Write something else for the last glyph of the text just painted; gives the glyph."""
    for index in reversed(range(len(stream.stream))):
        operator = stream.stream[index]
        data = operator if isinstance(operator, bytes) else str(operator).encode()
        if data.endswith(b"TJ"):
            break
    else:
        return None
    if not (found := list(LAST_GLYPH.finditer(data))[-1:]):
        return None
    start, end = found[0].span(2)
    stream.stream[index] = data[:start] + change(data[start:end]) + data[end:]
    return int(data[start:end], 16)


class FaceFont(weasyprint.pdf.stream.Font):  # type: ignore[misc]
    """A font that takes its widths from the font file.

    The engine rounds them at the size at which it met a glyph first, a thousandth of an em apart;
    units that share a font must agree on them.
    """

    def __init__(self, *words: Any) -> None:
        super().__init__(*words)
        if "fvar" not in self.tables and not self.bitmap:
            self.widths = dict(advance_widths(self.file_content))


MOST_FACES = 200
_faces: Recent[tuple[bytes, float], FaceFont] = Recent(MOST_FACES)


def face_font(pango_font: Any, description: Any, size: float) -> FaceFont:
    """A font of the engine, without a glyph yet; its file is read once for all units.

    A process has one set of fonts, in which a description means one of them.
    """
    key = (ffi.string(pango.pango_font_description_to_string(description)), size)
    if key not in _faces:
        made = FaceFont(pango_font, description, size)
        if made.png or made.svg or made.colr:
            return made  # it is asked for its glyphs' pictures as long as the engine has it
        _faces[key] = made
    font = copy(_faces[key])
    font.widths, font.to_unicode, font.missing = dict(font.widths), {}, {}
    return font


def _draw_margins(page: Any, stream: Any) -> None:
    context = StackingContext.from_page(page)
    layers = (context.negative_z_contexts, context.zero_z_contexts, context.positive_z_contexts)
    for margin in (found for layer in layers for found in layer):
        if isinstance(margin.box, MarginBox):
            draw_stacking_context(stream, margin)


def artifact_properties(artifact: Artifact) -> Any:
    """The property list of an artifact (ISO 32000-1, table 330)."""
    properties = pydyf.Dictionary({"Type": f"/{artifact.type}"})
    if artifact.subtype:
        properties["Subtype"] = f"/{artifact.subtype}"
    if artifact.attached:
        properties["Attached"] = pydyf.Array([f"/{artifact.attached}"])
    if artifact.bbox:
        properties["BBox"] = pydyf.Array(artifact.bbox)
    return properties


def _paints_nothing(box: Any) -> bool:
    """What is invisible, and white space without a line under it."""
    text = getattr(box, "text", None)
    is_blank = text is not None and not text.strip() and box.style["text_decoration_line"] == "none"
    return bool(is_blank or box.style["visibility"] != "visible")


def _page_stream(stream: Any) -> Any:
    return getattr(stream, "page_stream", stream)


def _on_page(stream: Any, area: Rectangle) -> Rectangle:
    """A rectangle of the engine's (x, y, width, height) in points on the page."""
    return area_on_page(stream.ctm @ getattr(stream, "around", Matrix()), *area)
