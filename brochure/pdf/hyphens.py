"""The hyphen that a line break made is seen, but read as U+00AD: «Stra-ße» is one word.

In a font the hyphen that was typed and the one that a break made are one glyph, and `ToUnicode`
speaks of codes. So the font gets a second code for it, which leads to the same glyph and is read as
the soft hyphen. It holds for every reader, since all of them go by `ToUnicode` (tests/readers/;
pdf.js, which gives lines, leaves it out); `ActualText` on the hyphen, as InDesign writes it, is
heeded by some only.

The two codes must be two characters of the font as well (CIDs), which only their way to the glyph
brings together: MuPDF knows texts by character, and would take typed hyphens for soft ones.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pydyf

CODE = 0xFFFF
"""The second code and character; no font has that many glyphs."""


def add_soft_hyphens(pdf: Any, hyphens: Mapping[str, int]) -> None:
    """Give each font that made hyphens its second code; `hyphens` is the glyph by font name."""
    for name, glyph in hyphens.items():
        font = _font(pdf, name)
        to_unicode = _object(pdf, font["ToUnicode"]).stream
        where = to_unicode.index(b"endcmap")
        to_unicode[where:where] = [b"1 beginbfchar", f"<{CODE:04x}> <00ad>".encode(), b"endbfchar"]
        characters = _object(pdf, font["DescendantFonts"][0])
        widths = _widths(characters["W"])
        characters["CIDToGIDMap"] = _to_glyphs(pdf, [*widths], glyph)
        characters["W"] += [CODE, pydyf.Array([widths[glyph]])]


def _to_glyphs(pdf: Any, used: Sequence[int], hyphen: int) -> bytes:
    """Every character is its own glyph but for one, which is the hyphen (ISO 32000-1, 9.7.4.3)."""
    glyphs = [0] * (CODE + 1)
    for glyph in used:
        glyphs[glyph] = glyph
    glyphs[CODE] = hyphen
    data = b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
    stream = pydyf.Stream([data], compress=True)
    pdf.add_object(stream)
    reference: bytes = stream.reference
    return reference


def _widths(listed: Sequence[Any]) -> dict[int, float]:
    """A `W` array (first character, its widths, first character, …) as width by character."""
    runs = zip(listed[::2], listed[1::2], strict=True)
    return {first + at: width for first, found in runs for at, width in enumerate(found)}


def _font(pdf: Any, name: str) -> Any:
    """The font of that name in the resources, which are shared by all pages."""
    page = _object(pdf, pdf.page_references[0])
    fonts = _object(pdf, _object(pdf, page["Resources"])["Font"])
    return _object(pdf, fonts[name])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
