"""A laid-out unit → a fragment: its pages painted, its structure, what it drew.

The engine paints into a PDF of its own, which is never written: its objects are taken out and get
names instead of numbers, so that a linker can put them anywhere.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pydyf

from brochure.diagnostics.log import records_of, told_when_it_gives_up, unit_findings
from brochure.document.fragment import (
    Fragment,
    Item,
    LaidOut,
    PaintedPage,
    Picture,
    UsedFont,
)
from brochure.document.structure import Rectangle, Skeleton
from brochure.pdf.fonts import packed
from brochure.pdf.pictures import largest
from brochure.pdf.sfnt import digest
from brochure.pdf.syntax import dictionary, reference
from brochure.pdf.tags.engine import pieces_of
from brochure.pdf.tags.marks import marks_of
from brochure.pdf.tags.painting import Painting
from brochure.pdf.tags.skeleton import nodes_of, skeleton

NUMBER = re.compile(rb"\b(\d+) 0 R\b")
NAMED = re.compile(rb"/(\S+)(?: -?[\d.]+)? (Do|gs|Tf|CS|cs|SCN|scn|sh)\b")
KINDS = {
    b"Do": "XObject",
    b"gs": "ExtGState",
    b"Tf": "Font",
    b"CS": "ColorSpace",
    b"cs": "ColorSpace",
    b"SCN": "Pattern",
    b"scn": "Pattern",
    b"sh": "Shading",
}
"""Which resources an operator names (ISO 32000-1, table 33)."""
SAME_EVERYWHERE = ("Font", "ColorSpace")
"""Kinds of resources whose names mean the same in every unit."""
FONT = "font/"
CHANNELS = {"/DeviceGray": b"1", "/DeviceRGB": b"3", "/DeviceCMYK": b"4"}


def paint(unit: LaidOut, *, only_margins: bool = False) -> Fragment:
    """The unit's fragment; of its margins alone, all is pagination and nothing is read."""
    document = unit.engine_document
    with records_of("weasyprint") as records, told_when_it_gives_up(unit.name):
        pieces = pieces_of(document.pages)
        kids = nodes_of(unit.name, pieces)
        painting = Painting(marks_of(pieces, kids), only_margins=only_margins)
        pdf = painting.paint(document)
        objects = _Objects(unit.name, pdf, only_margins=only_margins)
        painted = tuple(objects.pages(painting.streams))
    return Fragment(
        name=unit.name,
        boxes=unit.boxes,
        layout=unit.layout,
        files=unit.files,
        diagnostics=(*unit.diagnostics, *unit_findings(records)),
        kinds=unit.kinds,
        is_numbered=unit.is_numbered,
        painted=painted,
        fonts=tuple(_fonts(document.fonts.values(), painting.hyphens)),
        pictures=tuple(objects.pictures.values()),
        skeleton=skeleton(unit.name, pieces, kids, painting.painted)
        if not only_margins
        else Skeleton(unit.name, len(painted), "", ()),
    )


class _Objects:
    """The objects of the engine's PDF, by name."""

    def __init__(self, unit: str, pdf: Any, *, only_margins: bool) -> None:
        self._prefix = f"{unit}/margins" if only_margins else unit
        self._pdf, self._only_margins = pdf, only_margins
        self._names: dict[int, str] = {}
        self.pictures: dict[str, Picture] = {}
        self._begin_page(0)

    def _begin_page(self, number: int) -> None:
        self._where = f"{self._prefix}/{number}"
        self._found: dict[str, Item] = {}
        self._uses: dict[str, None] = {}

    def pages(self, streams: Iterable[list[Any]]) -> Iterator[PaintedPage]:
        """Every page with the objects that are its own."""
        numbers = [int(reference.split()[0]) for reference in self._pdf.page_references]
        for number, (index, marked) in enumerate(zip(numbers, streams, strict=True)):
            yield self._page(number, self._pdf.objects[index], marked)

    def _page(self, number: int, page: Any, marked: list[Any]) -> PaintedPage:
        stream = self._object(page["Contents"])
        self._begin_page(number)
        operators = b"q\n%b\nQ" % _operators(stream)
        resources = self._used(operators, self._object(page["Resources"]))
        if self._only_margins:  # they get into one dictionary with those of the text
            operators = NAMED.sub(_as_margin, operators)
            resources = {kind: _as_margins(kind, found) for kind, found in resources.items()}
        groups = [self._names[group.number] for group in marked[1:]]
        made = PaintedPage(
            trim=_rectangle(page["TrimBox"]),
            # The engine's own box of that name ends 10 points from the trim.
            bleed=_rectangle(page["MediaBox"]),
            content=zlib.compress(operators, 9),
            resources=tuple((kind, tuple(found.items())) for kind, found in resources.items()),
            uses=tuple(self._uses),
            objects=tuple(self._found.values()),
            groups=tuple(groups),
        )
        return replace(made, digest=_digest(made))

    def _used(self, operators: bytes, resources: Any) -> dict[str, dict[bytes, bytes]]:
        """The entries of a resource dictionary that operators name."""
        entries: dict[str, dict[bytes, bytes]] = {}
        for name, operator in dict.fromkeys(NAMED.findall(operators)):
            kind = KINDS[operator]
            if kind == "Font":
                self._uses[f"{FONT}{name.decode()}"] = None
                value = reference(f"{FONT}{name.decode()}")
            elif kind == "ColorSpace":
                value = self._text(self._object(resources[kind]).get(name.decode(), b""))
            else:
                value = self._text(resources.get(kind, {}).get(name.decode(), b""))
            if value:
                entries.setdefault(kind, {})[name] = value
        return entries

    def _text(self, value: Any) -> bytes:
        """A value with names in place of the numbers of objects."""
        data = value.data if isinstance(value, pydyf.Object) else str(value).encode()
        if isinstance(value, bytes):
            data = value
        return NUMBER.sub(lambda found: reference(self._name(int(found[1]))), data)

    def _name(self, number: int) -> str:
        """The name of an object, which is taken out when it is named first."""
        if number not in self._names or not self._has(self._names[number]):
            item = self._pdf.objects[number]
            extra = getattr(item, "extra", {})
            if extra.get("Subtype") == "/Image":
                self._names[number] = self._picture(item)
            else:
                self._names[number] = f"{self._where}/{len(self._found) + 1}"
                self._take(self._names[number], item)
        if self._names[number] in self.pictures:
            self._uses[self._names[number]] = None
        return self._names[number]

    def _has(self, name: str) -> bool:
        return name in self._found or name in self.pictures

    def _take(self, name: str, item: Any) -> None:
        self._found[name] = Item(name, b"")  # it may name itself
        if not isinstance(item, pydyf.Stream):
            self._found[name] = Item(name, self._text(item))
            return
        operators = _operators(item)
        extra = dict(item.extra)
        if "Resources" in extra:
            used = self._used(operators, self._object(extra["Resources"]))
            extra["Resources"] = dictionary({k: _entries(found) for k, found in used.items()})
        elif "Filter" in extra:
            self._found[name] = Item(name, self._text(pydyf.Dictionary(extra)), operators)
            return
        extra["Filter"] = "/FlateDecode"
        text = self._text(pydyf.Dictionary(extra))
        self._found[name] = Item(name, text, zlib.compress(operators, 9))

    def _picture(self, item: Any) -> str:
        """A picture is named by its content, since other units may show it as well."""
        mask = item.extra.get("SMask")
        mask = self._object(mask) if isinstance(mask, bytes) else None
        parts = [part for part in (item, mask) if part is not None]
        content = sha256()
        for part in parts:
            content.update(_without_mask(part))
            content.update(_operators(part))
        content.update(item.icc or b"")
        name = f"picture/{content.hexdigest()[:24]}"
        made = _picture(name, item, mask)
        known = self.pictures.get(name, made)
        self.pictures[name] = replace(known, drawn=largest(known.drawn, made.drawn))
        return name

    def _object(self, value: Any) -> Any:
        return self._pdf.objects[int(value.split()[0])] if isinstance(value, bytes) else value


def _digest(page: PaintedPage) -> str:
    """A hash of all that is painted on a page."""
    painted = sha256(repr((page.bleed, page.uses, page.resources)).encode())
    painted.update(page.content)
    for item in page.objects:
        painted.update(item.text)
        painted.update(item.data or b"")
    return painted.hexdigest()


def _as_margin(found: re.Match[bytes]) -> bytes:
    if KINDS[found[2]] in SAME_EVERYWHERE:
        return found[0]
    return b"/m." + found[0][1:]


def _as_margins(kind: str, entries: dict[bytes, bytes]) -> dict[bytes, bytes]:
    if kind in SAME_EVERYWHERE:
        return entries
    return {b"m." + name: value for name, value in entries.items()}


def _entries(entries: Mapping[bytes, bytes]) -> bytes:
    return b"<<%b>>" % b"".join(b"/%b %b" % entry for entry in entries.items())


def _picture(name: str, item: Any, mask: Any) -> Picture:
    items = []
    text = _without_mask(item)
    if item.icc:
        space = item.extra["ColorSpace"]
        items.append(packed(f"{name}/profile", {"N": CHANNELS[space]}, item.icc))
        based = b"[/ICCBased %b]" % reference(items[0].name)
        text = text.replace(b"/ColorSpace " + space.encode(), b"/ColorSpace " + based)
    if mask is not None:
        items.append(Item(f"{name}/mask", _without_mask(mask), _operators(mask)))
        text = text[:-2] + b"/SMask " + reference(items[-1].name) + b">>"
    pixels = int(item.extra["Width"]), int(item.extra["Height"])
    return Picture(name, pixels, item.drawn, (Item(name, text, _operators(item)), *items))


def _without_mask(item: Any) -> bytes:
    extra = {key: value for key, value in item.extra.items() if key != "SMask"}
    data: bytes = pydyf.Dictionary(extra).data
    return data


def _operators(stream: Any) -> bytes:
    parts = (getattr(part, "data", part) for part in stream.stream)
    return b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)


def _rectangle(values: Iterable[float]) -> Rectangle:
    left, bottom, right, top = values
    return (left, bottom, right, top)


def _fonts(fonts: Iterable[Any], hyphens: Mapping[str, int]) -> Iterator[UsedFont]:
    """The fonts that were drawn with; the engine has one for each size, which are one font here."""
    drawn: dict[str, list[Any]] = {}
    for font in fonts:
        drawn.setdefault(font.hash, []).append(font)
    for name, same in drawn.items():
        texts: dict[int, str] = {}
        for font in same:
            texts = {**font.to_unicode, **texts}
        yield UsedFont(
            name=name,
            base_font=same[0].name.decode().lstrip("/"),
            family=same[0].family,
            file=digest(same[0].file_content),
            index=same[0].index,
            flags=same[0].flags,
            glyphs=tuple(
                (glyph, text, round(same[0].widths[glyph]))
                for glyph, text in sorted(texts.items())
                if glyph < same[0].glyph_count
            ),
            hyphen=hyphens.get(name),
            variations=tuple(sorted(same[0].variations.items())),
        )
