"""The hyphen that a line break made is seen, but read as U+00AD: «Stra-ße» is one word.

In a font the hyphen that was typed and the one that a break made are one glyph, and `ToUnicode`
speaks of glyphs. So the font gets a second code for it: the encoding leads it to the same glyph,
`ToUnicode` to the soft hyphen. It holds for every reader, since all of them go by `ToUnicode`
(tests/readers/; pdf.js, which gives lines, leaves it out); `ActualText` on the hyphen, as InDesign
writes it, is heeded by some only.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf

CODE = 0xFFFF
"""The second code; no font has that many glyphs."""
RANGES_AT_ONCE = 100
"""What one `begincidrange` may hold (Adobe Technical Note 5014)."""


def add_soft_hyphens(pdf: Any, hyphens: Mapping[str, int]) -> None:
    """Give each font that made hyphens its second code; `hyphens` is the glyph by font name."""
    for name, glyph in hyphens.items():
        font = _font(pdf, name)
        encoding = _encoding(glyph, CODE)
        pdf.add_object(encoding)
        font["Encoding"] = encoding.reference
        to_unicode = _object(pdf, font["ToUnicode"]).stream
        where = to_unicode.index(b"endcmap")
        to_unicode[where:where] = [b"1 beginbfchar", f"<{CODE:04x}> <00ad>".encode(), b"endbfchar"]


def _encoding(glyph: int, code: int) -> Any:
    """Identity-H but for one code, which is the hyphen again."""
    extra = pydyf.Dictionary(
        {
            "Type": "/CMap",
            "CMapName": "/Soft-Hyphen-H",
            "CIDSystemInfo": pydyf.Dictionary(
                {
                    "Registry": pydyf.String("Adobe"),
                    "Ordering": pydyf.String("Identity"),
                    "Supplement": 0,
                }
            ),
        }
    )
    lines = [
        b"/CIDInit /ProcSet findresource begin",
        b"12 dict begin",
        b"begincmap",
        b"/CIDSystemInfo 3 dict dup begin",
        b"/Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def",
        b"/CMapName /Soft-Hyphen-H def",
        b"/CMapType 1 def",
        b"/WMode 0 def",
        b"1 begincodespacerange",
        b"<0000> <ffff>",
        b"endcodespacerange",
        *_ranges(code),
        b"1 begincidchar",
        f"<{code:04x}> {glyph}".encode(),
        b"endcidchar",
        b"endcmap",
        b"CMapName currentdict /CMap defineresource pop",
        b"end",
        b"end",
    ]
    return pydyf.Stream(lines, extra, compress=True)


def _ranges(but: int) -> Iterator[bytes]:
    """Every code but one is its own glyph; a range may differ in its last byte only."""
    ranges: list[tuple[int, int]] = []
    for high in range(256):
        first, last = high << 8, (high << 8) + 255
        if first <= but <= last:
            ranges += [(first, but - 1)] if but > first else []
            ranges += [(but + 1, last)] if but < last else []
        else:
            ranges.append((first, last))
    for start in range(0, len(ranges), RANGES_AT_ONCE):
        yield from _range_block(ranges[start : start + RANGES_AT_ONCE])


def _range_block(ranges: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    yield f"{len(ranges)} begincidrange".encode()
    for first, last in ranges:
        yield f"<{first:04x}> <{last:04x}> {first}".encode()
    yield b"endcidrange"


def _font(pdf: Any, name: str) -> Any:
    """The font of that name in the resources, which are shared by all pages."""
    page = _object(pdf, pdf.page_references[0])
    fonts = _object(pdf, _object(pdf, page["Resources"])["Font"])
    return _object(pdf, fonts[name])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
