"""Fonts: what is embedded, how wide their glyphs are, which letters they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import pikepdf

from brochure.document.pdf_file import Font
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import (
    Object,
    box,
    elements,
    matrix,
    name,
    number,
    numbers,
    value,
)
from brochure.pdf.matrix import NOTHING, Matrix

PROGRAMS = ("FontFile", "FontFile2", "FontFile3")
ASCENT, DESCENT = 0.75, -0.22
"""Of an em, where a font doesn't say it."""
PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
HEX = rb"<([0-9A-Fa-f\s]+)>"
TRIPLE = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\]]*)\])")
SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
MOST_LETTERS = 65_536
"""Codes of two bytes there are, and so entries of a table that count."""


@dataclass(frozen=True)
class LoadedFont:
    """A font as it is needed to place its glyphs; lengths are parts of an em."""

    facts: Font
    bytes_a_code: int = 1
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 0.5
    letters: dict[int, str] = field(default_factory=dict)
    ascent: float = ASCENT
    descent: float = DESCENT
    glyphs: dict[int, Object] = field(default_factory=dict)
    """The procedures of a Type 3 font, by code."""
    glyph_matrix: Matrix = (0.001, 0, 0, 0.001, 0, 0)
    resources: Object = None
    source: Object = None
    shown: set[int] = field(default_factory=set)
    """The codes that pages show, noted while they are read."""
    hidden: set[int] = field(default_factory=set)
    """Those of text that is not painted (rendering mode 3)."""

    def codes(self, data: bytes) -> list[int]:
        """The codes of a string."""
        if self.bytes_a_code == 1:
            return list(data)
        return [high << 8 | low for high, low in zip(data[::2], data[1::2], strict=False)]

    def text(self, codes: list[int]) -> str:
        """What is read; codes that no table explains are left out, or read as Latin."""
        if self.letters or self.bytes_a_code == 2:
            return "".join(self.letters.get(code, "") for code in codes)
        return bytes(codes).decode("cp1252", "replace")


NO_FONT = LoadedFont(Font("", "", ""))


def load_font(item: Object) -> LoadedFont:
    """A font of the resources."""
    subtype = name(value(item, "/Subtype"))
    if subtype == "Type3":
        return _type3(item)
    inner = (elements(value(item, "/DescendantFonts")) or [item])[0]
    descriptor = value(inner, "/FontDescriptor")
    program = next((key for key in PROGRAMS if value(descriptor, f"/{key}") is not None), "")
    is_composite = subtype == "Type0"
    return LoadedFont(
        Font(name(value(item, "/BaseFont")), subtype, program),
        bytes_a_code=2 if is_composite else 1,
        widths=dict(islice(_composite_widths(inner), MOST_LETTERS))
        if is_composite
        else dict(_simple_widths(item)),
        default_width=_default_width(inner, descriptor, is_composite),
        letters=_letters(bytes_of(value(item, "/ToUnicode"))),
        ascent=_part(descriptor, "/Ascent", ASCENT, 0.4, 1.2),
        descent=_part(descriptor, "/Descent", DESCENT, -0.5, 0.0),
        source=item,
    )


def _part(descriptor: Object, key: str, default: float, least: float, most: float) -> float:
    """A height of the descriptor; many of them are nonsense."""
    found = number(value(descriptor, key)) / 1000
    return found if found and least <= found <= most else default


def _default_width(inner: Object, descriptor: Object, is_composite: bool) -> float:
    if is_composite:
        return number(value(inner, "/DW"), 1000) / 1000
    return number(value(descriptor, "/MissingWidth"), 500) / 1000


def _simple_widths(item: Object) -> Iterator[tuple[int, float]]:
    first = int(number(value(item, "/FirstChar")))
    for index, width in enumerate(numbers(value(item, "/Widths"))[:256]):
        yield first + index, width / 1000


def _composite_widths(inner: Object) -> Iterator[tuple[int, float]]:
    """`c [w …]` and `first last w` (ISO 32000-1, 9.7.4.3)."""
    parts = elements(value(inner, "/W"))
    at = 0
    while at + 1 < len(parts):
        first = int(number(parts[at]))
        if isinstance(parts[at + 1], pikepdf.Array):
            for index, width in enumerate(numbers(parts[at + 1])):
                yield first + index, width / 1000
            at += 2
        elif at + 2 < len(parts):
            last = int(number(parts[at + 1]))
            width = number(parts[at + 2]) / 1000
            yield from ((code, width) for code in range(first, last + 1))
            at += 3
        else:
            return


def _letters(cmap: bytes) -> dict[int, str]:
    """What a ToUnicode table says (ISO 32000-1, 9.10.3)."""
    return dict(islice(_mappings(cmap), MOST_LETTERS))


def _mappings(cmap: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in SECTION.findall(cmap):
        if kind == b"bfchar":
            for code, text in PAIR.findall(body):
                yield int(_hex(code), 16), _utf16(text)
            continue
        for first, last, start, listed in TRIPLE.findall(body):
            low, high = int(_hex(first), 16), int(_hex(last), 16)
            if listed:
                texts = re.findall(HEX, listed)[: max(0, high - low + 1)]
                yield from ((low + step, _utf16(text)) for step, text in enumerate(texts))
            else:
                text = _utf16(start)
                yield from ((code, _after(text, code - low)) for code in range(low, high + 1))


def _after(text: str, step: int) -> str:
    """The text whose last letter is so many further on."""
    code = ord(text[-1]) + step if text else 0
    return text[:-1] + chr(code) if text and code < 0x110000 else ""


def _hex(digits: bytes) -> bytes:
    return b"".join(digits.split()) or b"0"


def _utf16(digits: bytes) -> str:
    packed = _hex(digits)
    whole = packed if len(packed) % 4 == 0 else packed.rjust(-(-len(packed) // 4) * 4, b"0")
    return bytes.fromhex(whole.decode("ascii")).decode("utf-16-be", "replace")


def _type3(item: Object) -> LoadedFont:
    procedures = value(item, "/CharProcs")
    glyph_matrix = matrix(value(item, "/FontMatrix"))
    across = abs(glyph_matrix[0])
    high = abs(glyph_matrix[3])
    around = box(value(item, "/FontBBox")) or NOTHING
    bottom, top = around.bottom * high, around.top * high
    return LoadedFont(
        Font(name(value(item, "/Name")), "Type3", ""),
        widths={code: width * 1000 * across for code, width in _simple_widths(item)},
        letters=_letters(bytes_of(value(item, "/ToUnicode"))),
        ascent=top if top > bottom else ASCENT,
        descent=bottom if top > bottom else DESCENT,
        glyphs=dict(_procedures(value(value(item, "/Encoding"), "/Differences"), procedures)),
        glyph_matrix=glyph_matrix,
        resources=value(item, "/Resources"),
        source=item,
    )


def _procedures(differences: Object, procedures: Object) -> Iterator[tuple[int, Object]]:
    code = 0
    for part in elements(differences):
        if isinstance(part, pikepdf.Name):
            if (procedure := value(procedures, f"/{name(part)}")) is not None:
                yield code, procedure
            code += 1
        else:
            code = int(number(part))
