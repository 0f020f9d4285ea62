"""A PDF → the same without its text, for programs that can't leave it out themselves."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

CLIPPING = 4
"""From this rendering mode on text clips what comes after it (ISO 32000-1, table 106)."""


def text_apart(pdf: bytes) -> tuple[bytes, bytes]:
    """The file, and the file without its text; the pages of both are not turned.

    Raises `ValueError` where it is too damaged to be written.
    """
    try:
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True) as file:
            for page in file.pages:
                page.obj.Rotate = 0
            whole = _written(file)
            for stream in _contents(file):
                stream.write(pikepdf.unparse_content_stream(list(_without_text(stream))))
            return whole, _written(file)
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, TypeError) as cause:
        raise ValueError("no page can be written without its text") from cause


def _contents(file: pikepdf.Pdf) -> Iterator[Any]:
    """The streams in which text is shown, those of pages in one piece."""
    for page in file.pages:
        page.contents_coalesce()
        if isinstance(page.obj.get("/Contents"), pikepdf.Stream):
            yield page.obj.Contents
    for item in file.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
            yield item


def _without_text(stream: Any) -> Iterator[Any]:
    mode, outer = 0, []
    for instruction in pikepdf.parse_content_stream(stream):
        match str(instruction.operator):
            case "q":
                outer.append(mode)
            case "Q" if outer:
                mode = outer.pop()
            case "Tr" if instruction.operands:
                mode = int(instruction.operands[0])
            case "Tj" | "TJ" | "'" | '"' if mode < CLIPPING:
                continue
        yield instruction


def _written(file: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    file.save(made, deterministic_id=True)
    return made.getvalue()
