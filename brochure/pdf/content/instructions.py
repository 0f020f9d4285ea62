"""Content streams → instructions, each stream parsed once, however often it is used."""

import warnings
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from brochure.document.pdf_file import FaultKind
from brochure.pdf.content.streams import is_too_large
from brochure.pdf.content.values import BROKEN, Object, elements, key

Instruction = tuple[str, list[Any]]
INLINE_IMAGE = "INLINE IMAGE"
NUMBERS = (int, Decimal)
MOST_BYTES = 16_000_000
"""What one stream may hold unpacked; parsed it takes some thirty times as much."""
KEPT = 20_000
"""Instructions of a stream that is kept for its next use: a form, not a page."""


class Unreadable(Exception):  # noqa: N818 - it says what a stream is
    """A content stream that is damaged or too large; `kind` is that of a fault."""

    def __init__(self, kind: FaultKind) -> None:
        super().__init__(kind)
        self.kind = kind


class Instructions:
    """The instructions of the streams of one file."""

    def __init__(self) -> None:
        self._known: dict[str, list[Instruction]] = {}
        self._joined = pikepdf.new()
        """Holds the joined streams of pages; they go with it."""

    def of(self, content: Object) -> list[Instruction]:
        """The instructions of a stream, or of a page's array of streams."""
        mark = key(content)
        if mark and mark in self._known:
            return self._known[mark]
        streams = elements(content) if isinstance(content, pikepdf.Array) else [content]
        found = self._parsed(streams)
        if mark and len(found) < KEPT:
            self._known[mark] = found
        return found

    def _parsed(self, streams: list[Object]) -> list[Instruction]:
        for stream in streams:
            if not isinstance(stream, pikepdf.Stream):
                raise Unreadable("unreadable")
            if is_too_large(stream, MOST_BYTES):
                raise Unreadable("too-large")
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            try:
                whole = streams[0] if len(streams) == 1 else self._whole(streams)
                found = list(_plain(pikepdf.parse_content_stream(whole)))
            except (*BROKEN, pikepdf.DataDecodingError) as cause:
                raise Unreadable("unreadable") from cause
        if told:
            found.append(("", []))  # the fault is told, what was read before it counts
        return found

    def _whole(self, streams: list[Object]) -> Object:
        """One stream of all of a page's; an instruction may end only between them (7.8.2)."""
        return self._joined.make_stream(b"\n".join(stream.read_bytes() for stream in streams))


def _plain(items: Iterable[Any]) -> Iterator[Instruction]:
    """Words and operands, with all numbers as floats; it is asked for each word of a file."""
    for item in items:
        operands = item.operands
        if operands and operands[0].__class__ is pikepdf.PdfInlineImage:
            yield INLINE_IMAGE, list(operands)
        else:
            found = [float(x) if x.__class__ in NUMBERS else x for x in operands]
            yield str(item.operator), found
