"""Bytes of a file → its text, or the finding that stops before YAML is even looked at."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from brochure.diagnostics import Diagnostic, Problems, Span

MAX_SIZE = 1_000_000
LINE_BREAK = re.compile(r"\r\n|\r|\n")
UTF16_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)

# C0 and C1 controls without tab and line ends; line and paragraph separators, which YAML, editors
# and Python count as lines each in its own way; U+FEFF inside a text; surrogates; noncharacters.
NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff"
    f"{NONCHARACTERS}]"
)


def decode(file: str, data: bytes) -> str:
    """The text of a file in UTF-8, without byte order mark; `Problems` for anything else."""
    if len(data) > MAX_SIZE:
        size, limit = f"{len(data) / 1e6:.1f}", f"{MAX_SIZE / 1e6:.0f}"
        raise Problems([Diagnostic.of("content/too-large", Span(file), size=size, limit=limit)])
    if data.startswith(UTF16_MARKS) or data[:400].count(0) > len(data[:400]) // 4:
        raise Problems([Diagnostic.of("content/encoding-utf-16", Span(file))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problems([_not_utf8(file, data, error.start)]) from error
    if found := CONTROL.search(text):
        span = span_at(file, text, found.start())
        code = "content/control-character"
        raise Problems([Diagnostic.of(code, span, character=name_of(found[0]))])
    return text


def span_at(file: str, text: str, start: int, length: int = 1) -> Span:
    """The place of the character at an index."""
    breaks = [found.end() for found in LINE_BREAK.finditer(text, 0, start)]
    return Span(file, len(breaks) + 1, start - (breaks[-1] if breaks else 0) + 1, length)


def name_of(character: str) -> str:
    """A character that cannot be seen, as a name that can: `U+202E`."""
    return f"U+{ord(character):04X}"


def _not_utf8(file: str, data: bytes, start: int) -> Diagnostic:
    before = data[:start].removeprefix(BOM_UTF8).decode()
    span = span_at(file, before, len(before))
    # What it was meant to be: nearly always Windows' own encoding of Western Europe.
    letter = data[start : start + 1].decode("cp1252", "replace")
    return Diagnostic.of("content/encoding", span, byte=f"{data[start]:02X}", letter=letter)
