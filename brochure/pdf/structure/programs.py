"""The programs of fonts: which glyphs are in them, and how wide they are. Knows fontTools."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from struct import unpack_from
from typing import Any

import pikepdf

from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import Object, name, value

MOST_DRAWN = 400
"""Glyphs of a CFF font whose width is asked: each must be drawn for it."""
NAMES = re.compile(rb"/([^\s/{}\[\]()<>%]+)\s+\d+\s+(?:RD|-\|)[ ]")


class Unreadable(Exception):  # noqa: N818 - it says what a program is
    """A font's program that can't be read."""


@dataclass
class TrueType:
    """An sfnt with outlines of TrueType."""

    tables: tuple[tuple[int, int], ...]
    cmaps: Mapping[tuple[int, int], Mapping[int, int]]
    glyphs: int
    units: int
    widths: bytes = field(repr=False)
    measured: int = 0
    """How many glyphs have a width of their own; all that follow have the last one's."""

    def has(self, glyph: int) -> bool:
        """Whether there is such a glyph."""
        return 0 <= glyph < self.glyphs

    def width(self, glyph: int) -> float | None:
        """Its width in thousandths of an em."""
        at = 4 * min(glyph, self.measured - 1)
        if not self.measured or at + 2 > len(self.widths):
            return None
        return float(unpack_from(">H", self.widths, at)[0]) * 1000 / self.units


@dataclass
class Compact:
    """A CFF program; glyphs are names, or CIDs as `cid00001`."""

    top: Any
    by_cid: bool

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its glyphs."""
        return frozenset(self.top.charset)

    def name_of(self, cid: int) -> str:
        """The name of a CID's glyph."""
        if self.by_cid:
            return f"cid{cid:05d}" if cid else ".notdef"
        return self.top.charset[cid] if cid < len(self.top.charset) else ""

    def width(self, glyph: str) -> float | None:
        """Its width in thousandths of an em, which only drawing it tells."""
        from fontTools.pens.basePen import NullPen

        try:
            drawn = self.top.CharStrings[glyph]
            drawn.draw(NullPen())
            unit = (self.top.rawDict.get("FontMatrix") or [0.001])[0] or 0.001
            return float(drawn.width) * float(unit) * 1000
        except Exception:  # a charstring can be wrong in any way; then nothing is known of it
            return None


@dataclass
class TypeOne:
    """A Type 1 program, of which only the names of glyphs are read."""

    names: frozenset[str]


Program = TrueType | Compact | TypeOne


def program_of(descriptor: Object) -> Program | None:
    """The program of a font; none where none is embedded."""
    for word in ("/FontFile2", "/FontFile3", "/FontFile"):
        stream = value(descriptor, word)
        if isinstance(stream, pikepdf.Stream):
            return _read(word, name(value(stream, "/Subtype")), bytes_of(stream))
    return None


def _read(word: str, subtype: str, data: bytes) -> Program:
    try:
        if word == "/FontFile":
            return _type_one(data)
        if word == "/FontFile3" and subtype != "OpenType":
            return _compact(data)
        return _sfnt(data)
    except Exception as cause:  # fontTools raises whatever a broken program makes it meet
        raise Unreadable from cause


def _sfnt(data: bytes) -> Program:
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), lazy=True, fontNumber=0)
    if "CFF " in font.reader.keys():  # noqa: SIM118 - a reader is no mapping
        return _compact(font.reader["CFF "])
    reader = font.reader
    units = unpack_from(">H", reader["head"], 18)[0] or 1000
    glyphs = unpack_from(">H", reader["maxp"], 4)[0]
    measured = unpack_from(">H", reader["hhea"], 34)[0]
    tables, cmaps = _cmaps(reader["cmap"] if "cmap" in reader.keys() else b"")  # noqa: SIM118
    return TrueType(tables, cmaps, glyphs, units, reader["hmtx"], measured)


def _cmaps(
    data: bytes,
) -> tuple[tuple[tuple[int, int], ...], dict[tuple[int, int], dict[int, int]]]:
    """The subtables of a cmap, as far as simple fonts need them: formats 0, 4 and 6."""
    if len(data) < 4:
        return (), {}
    count = min(unpack_from(">H", data, 2)[0], 50)
    records = [unpack_from(">HHL", data, 4 + 8 * at) for at in range(count)]
    kinds = tuple((platform, encoding) for platform, encoding, _ in records)
    return kinds, {
        (platform, encoding): _subtable(data[start:]) for platform, encoding, start in records
    }


def _subtable(data: bytes) -> dict[int, int]:
    kind = unpack_from(">H", data)[0]
    if kind == 0:
        return dict(enumerate(data[6:262]))
    if kind == 6:
        first, count = unpack_from(">HH", data, 6)
        return dict(enumerate(unpack_from(f">{count}H", data, 10), start=first))
    return _format_four(data) if kind == 4 else {}


def _format_four(data: bytes) -> dict[int, int]:
    """Segments of codes (OpenType, cmap format 4)."""
    count = unpack_from(">H", data, 6)[0] // 2
    ends = unpack_from(f">{count}H", data, 14)
    starts = unpack_from(f">{count}H", data, 16 + 2 * count)
    deltas = unpack_from(f">{count}H", data, 16 + 4 * count)
    base = 16 + 6 * count
    offsets = unpack_from(f">{count}H", data, base)
    found: dict[int, int] = {}
    for at, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            if not offset:
                found[code] = (code + delta) & 0xFFFF
                continue
            place = base + 2 * at + offset + 2 * (code - start)
            if place + 2 <= len(data):
                glyph = unpack_from(">H", data, place)[0]
                found[code] = (glyph + delta) & 0xFFFF if glyph else 0
        if len(found) > 0x10000:
            break
    return found


def _compact(data: bytes) -> Compact:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    return Compact(top, hasattr(top, "ROS"))


def _type_one(data: bytes) -> TypeOne:
    from fontTools.misc import eexec

    _, mark, rest = data.partition(b"eexec")
    hidden = rest.lstrip(b"\r\n\t ") if mark else b""
    if hidden[:4].isalnum() and all(sign in b"0123456789abcdefABCDEF" for sign in hidden[:8]):
        hidden = eexec.deHexString(hidden)
    plain, _ = eexec.decrypt(hidden, 55665)
    return TypeOne(frozenset(word.decode("latin-1") for word in NAMES.findall(plain)))
