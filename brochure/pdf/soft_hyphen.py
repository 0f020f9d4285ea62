"""The hyphen that a line break made is seen, but read as U+00AD: «Stra-ße» is one word.

In a font the hyphen that was typed and the one that a break made are one glyph, and `ToUnicode`
speaks of codes. So the font gets a second code for it, which leads to the same glyph and is read as
the soft hyphen. It holds for every reader, since all of them go by `ToUnicode` (tests/readers/;
pdf.js, which gives lines, leaves it out); `ActualText` on the hyphen, as InDesign writes it, is
heeded by some only.

The two codes must be two characters of the font as well (CIDs), which only their way to the glyph
brings together: MuPDF knows texts by character, and would take typed hyphens for soft ones.
"""

from collections.abc import Iterable

CODE = 0xFFFF
"""The second code and character; no font has that many glyphs."""
SIGN = "\u00ad"


def to_glyphs(used: Iterable[int], hyphen: int) -> bytes:
    """Every character is its own glyph but for one, which is the hyphen (ISO 32000-1, 9.7.4.3)."""
    glyphs = bytearray(2 * (CODE + 1))
    for character, glyph in (*((glyph, glyph) for glyph in used), (CODE, hyphen)):
        glyphs[2 * character : 2 * character + 2] = glyph.to_bytes(2, "big")
    return bytes(glyphs)
