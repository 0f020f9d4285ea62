"""What rules ask of the fonts that pages show: facts, each for the codes that are shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from brochure.catalog.structure import known_orderings
from brochure.document.font_facts import FontFacts, WrongWidth
from brochure.pdf.content.fonts import LoadedFont
from brochure.pdf.content.interpreter import Shared
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import Object, elements, is_dictionary, name, number, text, value
from brochure.pdf.structure.cmaps import cmap_facts, collection
from brochure.pdf.structure.encodings import NOT_DEFINED, character, glyph_names, is_known
from brochure.pdf.structure.programs import (
    MOST_DRAWN,
    Compact,
    Program,
    TrueType,
    TypeOne,
    Unreadable,
    program_of,
)

IDENTITY = ("Identity-H", "Identity-V")
FORBIDDEN = "\u0000\ufeff\ufffe"
SYMBOLIC, NONSYMBOLIC = 4, 32
OFF_BY = 1.0
"""Thousandths of an em by which widths may differ (ISO 14289-1, 7.21.5)."""


def font_facts(shared: Shared, pages: Mapping[str, int]) -> Iterator[FontFacts]:
    """The facts of every font of which something is shown."""
    for font in (*shared.fonts.values(), *shared.direct_fonts):
        if font.shown or font.hidden:
            yield FontReading(font, pages.get(font.facts.name, 0)).facts()


@dataclass(frozen=True)
class FontReading:
    """One font while it is looked into."""

    font: LoadedFont
    page: int

    @cached_property
    def inner(self) -> Object:
        """The font within a composite one, else the font itself."""
        if self.is_composite:
            return next(iter(elements(value(self.font.source, "/DescendantFonts"))), None)
        return self.font.source

    @cached_property
    def descriptor(self) -> Object:
        """Its descriptor."""
        return value(self.inner, "/FontDescriptor")

    @property
    def is_composite(self) -> bool:
        """Whether it is of Type 0."""
        return self.font.facts.subtype == "Type0"

    @cached_property
    def program(self) -> Program | None:
        """Its program; none where there is none, or where it can't be read."""
        try:
            return program_of(self.descriptor)
        except Unreadable:
            return None

    @cached_property
    def names(self) -> Mapping[int, str]:
        """Of a simple font the glyph that each code names."""
        return glyph_names(self.font.source, self.descriptor)

    @cached_property
    def gids(self) -> bytes | None:
        """CIDToGIDMap, where it is a stream."""
        given = value(self.inner, "/CIDToGIDMap")
        return bytes_of(given) if isinstance(given, pikepdf.Stream) else None

    @cached_property
    def cmap_name(self) -> str:
        """The name of a composite font's encoding."""
        return name(value(self.font.source, "/Encoding"))

    def facts(self) -> FontFacts:
        """All that is asked of it."""
        source, known = self.font.source, self.font.facts
        encoding = value(source, "/Encoding")
        differences = [
            name(part)
            for part in elements(value(encoding, "/Differences"))
            if isinstance(part, pikepdf.Name)
        ]
        given = value(self.inner, "/CIDToGIDMap")
        program = self.program
        return FontFacts(
            known.name or known.subtype,
            known.subtype,
            self.page,
            known.is_embedded,
            bool(self.font.shown),
            name(value(self.inner, "/Subtype")) if self.is_composite else "",
            program is not None or not known.program,
            tuple(self._without_unicode()),
            tuple(self._wrong_unicode()),
            tuple(self._not_defined()),
            tuple(self._missing()),
            tuple(self._wrong_widths()),
            cmap_facts(encoding) if self.is_composite else None,
            collection(value(self.inner, "/CIDSystemInfo")) if self.is_composite else None,
            "stream" if isinstance(given, pikepdf.Stream) else name(given),
            _is_symbolic(self.descriptor),
            name(encoding) or name(value(encoding, "/BaseEncoding")),
            encoding is not None,
            tuple(item for item in differences if not is_known(item) and item != NOT_DEFINED),
            bool(differences),
            program.tables if isinstance(program, TrueType) else None,
            self._set_is_whole(),
        )

    @property
    def _all(self) -> list[int]:
        return sorted(self.font.shown | self.font.hidden)

    def _without_unicode(self) -> Iterator[int]:
        """Codes that lead to no character: by ToUnicode, a known collection, or a known name."""
        if self.is_composite:
            order = text(value(value(self.inner, "/CIDSystemInfo"), "/Ordering"))
            if order in known_orderings():
                return
        for code in self._all:
            if code not in self.font.letters and not self._named(code):
                yield code

    def _named(self, code: int) -> bool:
        return not self.is_composite and bool(character(self.names.get(code, "")))

    def _wrong_unicode(self) -> Iterator[int]:
        for code in self._all:
            if any(sign in FORBIDDEN for sign in self.font.letters.get(code, "")):
                yield code

    def _cid(self, code: int) -> int | None:
        """The CID of a code, where the encoding leaves it as it is."""
        return code if self.cmap_name in IDENTITY else None

    def _gid(self, cid: int) -> int:
        if self.gids is None:
            return cid
        pair = self.gids[2 * cid : 2 * cid + 2]
        return int.from_bytes(pair, "big") if len(pair) == 2 else 0

    def _glyph(self, code: int) -> int | str | None:
        """The glyph of a code in the program: its number or its name; none where unknown."""
        program = self.program
        if self.is_composite:
            cid = self._cid(code)
            if cid is None:
                return None
            if isinstance(program, Compact):
                return program.name_of(cid) or None
            return self._gid(cid)
        if isinstance(program, TrueType):
            return self._simple_gid(program, code)
        return self.names.get(code)

    def _simple_gid(self, program: TrueType, code: int) -> int | None:
        """ISO 32000-1, 9.6.6.4."""
        if (table := program.cmaps.get((3, 1))) and not _is_symbolic(self.descriptor):
            letter = character(self.names.get(code, ""))
            return table.get(ord(letter[0])) if letter else None
        if table := program.cmaps.get((3, 0)):
            starts = (code, 0xF000 + code, 0xF100 + code, 0xF200 + code)
            return next((table[at] for at in starts if at in table), None)
        table = program.cmaps.get((1, 0))
        return table.get(code) if table else None

    def _not_defined(self) -> Iterator[int]:
        for code in sorted(self.font.shown):
            if self.is_composite:
                if self._cid(code) == 0:
                    yield code
            elif self.names.get(code) == NOT_DEFINED:
                yield code

    def _missing(self) -> Iterator[int]:
        for code in sorted(self.font.shown):
            glyph = self._glyph(code)
            if glyph is not None and not _has(self.program, glyph):
                yield code

    def _wrong_widths(self) -> Iterator[WrongWidth]:
        program = self.program
        if not isinstance(program, (TrueType, Compact)):
            return
        for code in sorted(self.font.shown)[:MOST_DRAWN]:
            drawn = _width(program, self._glyph(code))
            said = self.font.widths.get(code)
            if said is None and self.is_composite:
                said = self.font.default_width
            if drawn is not None and said is not None and abs(drawn - said * 1000) > OFF_BY:
                yield WrongWidth(code, round(said * 1000, 1), round(drawn, 1))

    def _set_is_whole(self) -> bool | None:
        """Whether CharSet or CIDSet of a subset names all glyphs (ISO 14289-1, 7.21.4.2)."""
        program = self.program
        listed = text(value(self.descriptor, "/CharSet"))
        if listed is not None and isinstance(program, (Compact, TypeOne)) and not self.is_composite:
            named = set(listed.split("/")) - {"", NOT_DEFINED}
            return {item.strip() for item in named} == program.names - {NOT_DEFINED}
        bits = value(self.descriptor, "/CIDSet")
        if not isinstance(bits, pikepdf.Stream) or program is None:
            return None
        return _is_whole(bytes_of(bits), self._cids(program))

    def _cids(self, program: Program) -> set[int]:
        """The CIDs that a program has glyphs for."""
        if isinstance(program, TrueType):
            if self.gids is None:
                return set(range(program.glyphs))
            pairs = range(len(self.gids) // 2)
            return {cid for cid in pairs if self._gid(cid)} | {0}
        if isinstance(program, Compact) and program.by_cid:
            return {int(word[3:]) for word in program.names if word[3:].isdigit()} | {0}
        return set(range(len(program.names)))


def _is_whole(bits: bytes, cids: Iterable[int]) -> bool:
    """Whether these are the CIDs whose bits are set, and no others; CID 0 may be left out."""
    listed = {
        8 * at + bit for at, byte in enumerate(bits) for bit in range(8) if byte >> (7 - bit) & 1
    }
    return listed | {0} == set(cids) | {0}


def _width(program: TrueType | Compact, glyph: int | str | None) -> float | None:
    if isinstance(program, TrueType):
        return program.width(glyph) if isinstance(glyph, int) and program.has(glyph) else None
    return program.width(glyph) if isinstance(glyph, str) and glyph in program.names else None


def _is_symbolic(descriptor: Object) -> bool:
    flags = int(number(value(descriptor, "/Flags")))
    return bool(flags & SYMBOLIC) and is_dictionary(descriptor)


def _has(program: Program | None, glyph: int | str) -> bool:
    """Whether a program has a glyph; yes, where nobody can tell."""
    if isinstance(program, TrueType):
        return isinstance(glyph, str) or program.has(glyph)
    if program is None or not program.names or isinstance(glyph, int):
        return True
    return glyph in program.names or glyph == NOT_DEFINED
