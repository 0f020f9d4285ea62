"""Data files that are text: their letters, and the line and column of each."""

from bisect import bisect_right
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from functools import cached_property

from brochure.content.yaml_source import LINE_BREAK
from brochure.diagnostics import Diagnostic, Problems, Span


@dataclass(frozen=True)
class TextFile:
    """The text of a data file; its lines are looked for only when a place is asked for."""

    name: str
    text: str = field(repr=False)

    def span(self, index: int) -> Span:
        """The place of the letter at an index."""
        line = bisect_right(self.line_starts, index)
        return Span(self.name, line, index - self.line_starts[line - 1] + 1)

    @cached_property
    def line_starts(self) -> list[int]:
        """The index at which each line begins."""
        return [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]


def text_file(name: str, data: bytes, encoding: str = "utf-8") -> TextFile:
    """The text of a file, without byte order mark; `Problems` when it is not so encoded."""
    try:
        return TextFile(name, data.decode("utf-8-sig" if encoding == "utf-8" else encoding))
    except UnicodeDecodeError as error:
        raise Problems([_not_decoded(name, data, encoding, error.start)]) from error


def _not_decoded(name: str, data: bytes, encoding: str, start: int) -> Diagnostic:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Diagnostic.of("records/utf-16", Span(name))
    before = data[data.rfind(b"\n", 0, start) + 1 : start]
    column = len(before.decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    return Diagnostic.of(
        "records/encoding",
        Span(name, data.count(b"\n", 0, start) + 1, column),
        encoding=encoding,
        byte=f"{data[start]:02X}",
        # What it was meant to be: nearly always Windows' own encoding of Western Europe.
        letter=data[start : start + 1].decode("cp1252", "replace"),
    )
