"""A finished PDF → the body that it could have been written from, by pikepdf."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from brochure.pdf.file import Body, Item, Page

OF_THE_WRITER = ("/XRef", "/ObjStm", "/Linearized", "hints")
SHARED = ("/Font", "/FontDescriptor")


def body_of(data: bytes) -> Body:
    """All items of a file; their names are the numbers that they have there."""
    with pikepdf.open(BytesIO(data)) as pdf:
        values = {_number(value): value for value in _values(pdf)}
        items = {number: _item(number, value) for number, value in values.items()}
        shared = [number for number, value in values.items() if _kind(value) in SHARED]
        info = pdf.trailer.get("/Info")
        return Body(
            catalog=items.pop(_number(pdf.Root)),
            pages=tuple(Page(tuple(map(items.pop, _own(page.obj)))) for page in pdf.pages),
            shared=tuple(items.pop(number) for number in shared),
            others=tuple(items.values()),
            info=None if info is None else str(_number(info)),
        )


def _values(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (value for value in pdf.objects if _kind(value) not in OF_THE_WRITER)


def _kind(value: Any) -> str:
    """The type of an object; the hint stream has none, but is the only one with /S a number."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return ""
    if "/Linearized" in value:
        return "/Linearized"
    return "hints" if isinstance(value.get("/S"), int) else str(value.get("/Type", ""))


def _own(page: Any) -> list[int]:
    """A page, its contents and its annotations."""
    contents = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
    return [_number(page), *map(_number, contents), *map(_number, page.get("/Annots", []))]


def _number(value: Any) -> int:
    return int(value.objgen[0])


def _item(number: int, value: Any) -> Item:
    if not isinstance(value, pikepdf.Stream):
        return Item(str(number), _text(value))
    entries = {key: each for key, each in value.items() if key != "/Length"}
    return Item(str(number), _dictionary(entries), value.read_raw_bytes())


def _text(value: Any) -> bytes:
    """A value as a text with names for references."""
    if isinstance(value, pikepdf.Dictionary):
        return _dictionary(dict(value.items()))
    if isinstance(value, pikepdf.Array):
        return b"[" + b" ".join(map(_inner, value)) + b"]"
    return pikepdf.unparse_content_stream([([value], pikepdf.Operator("x"))]).removesuffix(b" x")


def _inner(value: Any) -> bytes:
    indirect = isinstance(value, pikepdf.Object) and value.is_indirect
    return b"\0%d\0" % _number(value) if indirect else _text(value)


def _dictionary(entries: dict[str, Any]) -> bytes:
    pairs = (pikepdf.Name(key).unparse() + b" " + _inner(each) for key, each in entries.items())
    return b"<<%b>>" % b"".join(pairs)
