"""The one place where WeasyPrint is called for layout (70.0; a test pins its private names)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from email.message import EmailMessage
from hashlib import sha256
from mimetypes import guess_type
from typing import Any
from urllib import parse

import weasyprint.document
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import Box, LineBox, TextBox
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.layout import inline, preferred
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import split_first_line
from weasyprint.urls import URLFetcher, URLFetcherResponse

from brochure.diagnostics import Diagnostic, Span
from brochure.diagnostics.log import (
    records_of,
    stylesheet_findings,
    told_when_it_gives_up,
    unit_findings,
)
from brochure.document.fragment import LaidOut, PageKind, PlacedBox
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.layout_map import Area
from brochure.document.look import Stylesheet
from brochure.layout.drawings import remember_drawings
from brochure.layout.layout_map import layout_map
from brochure.layout.line_breaks import LineBreaks
from brochure.layout.margins import only_margins, without_margins
from brochure.layout.pattern_cells import enlarge_pattern_cells
from brochure.layout.same_shape import Shapes
from brochure.layout.source_order import number_boxes, remember_slices, remember_typed
from brochure.layout.x_objects import remember_x_objects
from brochure.prose.hyphenation import open_lazily

SCHEME = "project"
SOURCE = re.compile(r'data-source="([^"]*)"')
PT_PER_PX = 0.75
MM_PER_PX = 25.4 / 96

# Without this, urljoin does not resolve `../fonts/x.ttf` against a project: address.
for registry in (parse.uses_relative, parse.uses_netloc):
    if SCHEME not in registry:
        registry.append(SCHEME)

# Before layout moves anything, each box learns where it stands in the document.
weasyprint.document.build_formatting_structure = lambda *words: number_boxes(
    build_formatting_structure(*words)
)
TextBox.process_text_transform = remember_typed(TextBox.process_text_transform)
inline.split_text_box = remember_slices(inline.split_text_box)

Read = Callable[[str], bytes]


class ProjectFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the engine the project's files and the `data:` addresses of our templates only."""

    def __init__(self, read: Read) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self.read_by(read)
        self.files: dict[str, str] = {}
        """Every file asked for, and the hash of what was read; empty where there was nothing."""

    def read_by(self, read: Read) -> None:
        """Take files by this function from now on."""
        self._read_file = read

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file behind a `project:///…` address, remembered as an input of the edition."""
        address = parse.urlsplit(url)
        if address.scheme != SCHEME:
            return super().fetch(url, headers)
        file = parse.unquote(address.path).lstrip("/")
        self.files[file] = ""
        data = self._read_file(file)
        self.files[file] = sha256(data).hexdigest()
        message = EmailMessage()
        message["Content-Type"] = guess_type(file)[0] or "application/octet-stream"
        return URLFetcherResponse(url, data, message)

    def still_gets(self, files: Iterable[tuple[str, str]]) -> bool:
        """Whether files are as they were when they were read before."""
        return all(self._digest(file) == digest for file, digest in files)

    def _digest(self, file: str) -> str:
        try:
            return sha256(self._read_file(file)).hexdigest()
        except OSError:
            return ""


class Engine:
    """Lays out units with one set of fonts and parsed stylesheets."""

    def __init__(self, read: Read) -> None:
        open_lazily()
        remember_drawings()
        remember_x_objects()
        enlarge_pattern_cells()
        self._line_breaks = LineBreaks(split_first_line)
        self._fonts = FontConfiguration()
        self._fetcher = ProjectFetcher(read)
        self._parsed: dict[Stylesheet, _Parsed] = {}
        self._shapes = Shapes()

    def read_by(self, read: Read) -> None:
        """Take files by this function from now on."""
        self._fetcher.read_by(read)

    def lay_out(self, unit: HtmlUnit) -> LaidOut:
        """A unit without the margins of its pages; what the engine complained of is told in it."""
        with without_margins() as observed:
            return self._lay_out(unit, observed.kinds, lambda: observed.is_numbered)

    def lay_out_margins(
        self, unit: HtmlUnit, kinds: Sequence[PageKind], numbering: Numbering
    ) -> LaidOut:
        """The margins of a unit's pages; what stood on them is not in its HTML any more."""
        with only_margins(kinds, numbering):
            return self._lay_out(unit, kinds, lambda: True)

    def _lay_out(
        self, unit: HtmlUnit, kinds: Sequence[PageKind], is_numbered: Callable[[], bool]
    ) -> LaidOut:
        parsed = [self._parse(file) for file in unit.stylesheets]
        self._fetcher.files = {}
        self._line_breaks.forget()
        inline.split_first_line = preferred.split_first_line = self._line_breaks
        place = SOURCE.search(unit.html)
        span = Span.parse(place[1]) if place else None
        sheets = [sheet.css for sheet in parsed]
        with (
            records_of("weasyprint") as records,
            told_when_it_gives_up(unit.name, span),
            self._parsed_html(unit, sheets) as html,
        ):
            document = html.render(font_config=self._fonts, stylesheets=sheets)
        if records:  # they are told once a styling, and must be told of each unit
            self._shapes.forget()
        findings = [finding for sheet in parsed for finding in sheet.findings]
        keys: dict[int, int] = {}
        files = self._fetcher.files | {k: v for sheet in parsed for k, v in sheet.files}
        return LaidOut(
            name=unit.name,
            page_sizes=tuple((p.width * PT_PER_PX, p.height * PT_PER_PX) for p in document.pages),
            boxes=tuple(placed_boxes(document, keys)),
            files=tuple(files.items()),
            diagnostics=(*findings, *unit_findings(records)),
            kinds=tuple(kinds),
            is_numbered=is_numbered(),
            engine_document=document,
            html=html.etree_element,
            layout=layout_map(document, keys),
        )

    def _parsed_html(self, unit: HtmlUnit, sheets: Sequence[Any]) -> AbstractContextManager[Any]:
        def parse() -> Any:
            return HTML(string=unit.html, url_fetcher=self._fetcher, base_url=f"{SCHEME}:///")

        if not unit.of_record:
            return nullcontext(parse())
        return self._shapes.parsed(unit.html, sheets, parse)

    def _parse(self, file: Stylesheet) -> "_Parsed":
        """One stylesheet by itself, since the engine's log names lines but no file."""
        if (known := self._parsed.get(file)) and self._fetcher.still_gets(known.files):
            return known
        self._fetcher.files = {}
        with records_of("weasyprint") as records:
            css = CSS(
                string=file.text,
                base_url=f"{SCHEME}:///{file.file}",
                url_fetcher=self._fetcher,
                font_config=self._fonts,
            )
        findings = tuple(stylesheet_findings(records, file.file, file.text))
        self._parsed[file] = _Parsed(css, findings, tuple(self._fetcher.files.items()))
        return self._parsed[file]


@dataclass(frozen=True)
class _Parsed:
    """A stylesheet, what is wrong in it, and the files that it imports."""

    css: Any
    findings: tuple[Diagnostic, ...]
    files: tuple[tuple[str, str], ...]


def placed_boxes(document: Any, keys: dict[int, int]) -> Iterator[PlacedBox]:
    """Every box whose element carries an id, `data-source` or `data-fit`, page by page.

    `keys` is filled with the key of each, by the id of its element.
    """
    for number, page in enumerate(document.pages, start=1):
        for box, frame in _element_boxes(page._page_box):
            if any(map(box.element.get, ("id", "data-source", "data-fit"))):
                key = keys.setdefault(id(box.element), len(keys))
                yield _placed(box, number, key, keys.get(id(frame)))


def _placed(box: Box, page: int, key: int, frame: int | None) -> PlacedBox:
    source, fit = box.element.get("data-source"), box.element.get("data-fit")
    bottoms = [
        child.position_y + child.margin_height()
        for child in getattr(box, "children", ())
        if not isinstance(child, AbsolutePlaceholder) and child.is_in_normal_flow()
    ]
    bottom = max(bottoms, default=box.position_y)
    return PlacedBox(
        key=key,
        page=page,
        x=box.position_x * MM_PER_PX,
        y=box.position_y * MM_PER_PX,
        width=box.margin_width() * MM_PER_PX,
        height=box.margin_height() * MM_PER_PX,
        content_bottom=bottom * MM_PER_PX,
        element=box.element_tag,
        fit=fit,
        source=Span.parse(source) if source else None,
        anchor=box.element.get("id"),
        words=_area(list(_texts(box, box.element, positioned=bool(source) and not fit))),
        frame=frame,
    )


def _texts(box: Box, element: Any, *, positioned: bool, line: Any = None) -> Iterator[Area]:
    """Where each text of an element lies: as wide as its letters, as high as its line.

    Left out are what a style adds, what names a source of its own, and what is positioned in an
    element that names none: numerals reach out of a frame and of a title on purpose.
    """
    for child in getattr(box, "children", ()):
        if isinstance(child, AbsolutePlaceholder):
            if not positioned:
                continue
            child = child._box
        added = "::" in (child.element_tag or "")
        own = child.element is not element and child.element is not None
        if added or (own and child.element.get("data-source")):
            continue
        if isinstance(child, TextBox) and line is not None and child.text.strip():
            # A negative indent lets a quotation mark hang outside on purpose.
            hanging = max(0, -line.text_indent) if child is line.children[0] else 0
            left, top = child.position_x, line.position_y
            yield Area(left + hanging, top, left + child.width, top + line.height)
        around = child if isinstance(child, LineBox) else line
        yield from _texts(child, element, positioned=positioned, line=around)


def _area(parts: list[Area]) -> Area | None:
    """The smallest area around all parts, from the engine's pixels to mm."""
    if not parts:
        return None
    lefts, tops, rights, bottoms = zip(*parts, strict=True)
    edges = (min(lefts), min(tops), max(rights), max(bottoms))
    return Area(*(edge * MM_PER_PX for edge in edges))


def _element_boxes(box: Box, around: Any = None, frame: Any = None) -> Iterator[tuple[Box, Any]]:
    """The principal boxes of elements, each with the nearest element around it that has a `fit`.

    Lines, texts and anonymous boxes name their parent's element.
    """
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    element = box.element
    if element is not None and element is not around and box.element_tag == element.tag:
        yield box, frame
        frame = element if element.get("data-fit") else frame
    for child in getattr(box, "children", ()):
        yield from _element_boxes(child, around if element is None else element, frame)
