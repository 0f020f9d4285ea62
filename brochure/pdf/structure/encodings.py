"""Simple fonts: which glyph a code names, and which character that is (ISO 32000-1, 9.6.6)."""

import re
from collections.abc import Mapping
from functools import cache

import pikepdf
from fontTools import agl
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding

from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import Object, elements, name, number, value

NOT_DEFINED = ".notdef"
PUT = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/]+)\s+put")
CLEAR_TEXT = 100_000


def glyph_names(font: Object, descriptor: Object) -> dict[int, str]:
    """The name of each code: by Encoding and Differences, else by the font's program."""
    encoding = value(font, "/Encoding")
    base = name(encoding) or name(value(encoding, "/BaseEncoding"))
    found = dict(_base(base, descriptor))
    code = 0
    for part in elements(value(encoding, "/Differences")):
        if isinstance(part, pikepdf.Name):
            found[code] = name(part)
            code += 1
        else:
            code = int(number(part))
    return found


def _base(called: str, descriptor: Object) -> Mapping[int, str]:
    if called == "WinAnsiEncoding":
        return _win_ansi()
    if called == "MacRomanEncoding":
        return dict(enumerate(MacRoman))
    if not called:
        clear = bytes_of(value(descriptor, "/FontFile"))[:CLEAR_TEXT]
        if own := {int(code): word.decode("latin-1") for code, word in PUT.findall(clear)}:
            return own
    return {code: word for code, word in enumerate(StandardEncoding) if word != NOT_DEFINED}


@cache
def _win_ansi() -> Mapping[int, str]:
    """Code page 1252 as names; a code that it leaves out is a bullet (annex D.2, note 3)."""
    letters = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
    named = {code: agl.UV2AGL.get(ord(letter), "bullet") for code, letter in letters.items()}
    return {**named, 160: "space", 173: "hyphen"}


def is_known(glyph: str) -> bool:
    """Whether the Adobe Glyph List has the name."""
    return glyph in agl.AGL2UV or bool(agl.toUnicode(glyph))


def character(glyph: str) -> str:
    """The character of a glyph's name; empty where nothing tells it."""
    return agl.toUnicode(glyph) or ""
