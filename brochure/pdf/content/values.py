"""Values of a PDF's objects, whatever is there: a wrong kind is nothing, never an exception."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from brochure.document.boxes import Box
from brochure.pdf.matrix import IDENTITY, Matrix

Object = Any
"""A pikepdf object, or what pikepdf makes a Python value of."""
DEEPEST = 64
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What pikepdf raises where a file is wrong."""


def value(holder: Object, key: str) -> Object:
    """The value of a key in a dictionary or of a stream, else nothing."""
    try:
        return holder.get(key) if isinstance(holder, pikepdf.Object) else None
    except BROKEN:
        return None


def inherited(page: Object, key: str) -> Object:
    """The value of a page, or of the nearest node above it (ISO 32000-1, 7.7.3.4)."""
    node = page
    for _ in range(DEEPEST):
        if (found := value(node, key)) is not None:
            return found
        if (node := value(node, "/Parent")) is None:
            return None
    return None


def is_dictionary(item: Object) -> bool:
    """Whether it has keys."""
    return isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))


def items(holder: Object) -> Iterator[tuple[str, Object]]:
    """Keys and values of a dictionary; none of anything else."""
    try:
        yield from holder.items() if is_dictionary(holder) else ()
    except BROKEN:
        return


def elements(holder: Object) -> list[Object]:
    """What an array holds; none of anything else."""
    try:
        return list(holder) if isinstance(holder, pikepdf.Array) else []
    except BROKEN:
        return []


def name(item: Object) -> str:
    """A name without its slash; empty for anything else."""
    try:
        return str(item)[1:] if isinstance(item, pikepdf.Name) else ""
    except BROKEN:  # a name that is no UTF-8
        return "?"


def names(item: Object) -> tuple[str, ...]:
    """One name, or those of an array."""
    return (name(item),) if isinstance(item, pikepdf.Name) else tuple(map(name, elements(item)))


def text(item: Object) -> str | None:
    """A string as text; nothing for anything else."""
    try:
        return str(item) if isinstance(item, pikepdf.String) else None
    except BROKEN:
        return "?"


def number(item: Object, default: float = 0.0) -> float:
    """A number, else the default."""
    if isinstance(item, (int, float, Decimal)):
        found = float(item)
        return found if abs(found) < 1e12 else default  # neither infinite nor beyond any page
    return default


def numbers(item: Object) -> tuple[float, ...]:
    """The numbers of an array."""
    return tuple(map(number, elements(item)))


def box(item: Object) -> Box | None:
    """A rectangle, whichever of its corners are named (ISO 32000-1, 7.9.5)."""
    found = numbers(item)
    if len(found) != 4:
        return None
    x, y, u, v = found
    return Box(min(x, u), min(y, v), max(x, u), max(y, v))


def matrix(item: Object) -> Matrix:
    """A matrix; the one that changes nothing where there is none."""
    found = numbers(item)
    return found if len(found) == 6 else IDENTITY


def key(item: Object) -> str:
    """What is the same for each mention of one object; empty for one that stands in another."""
    try:
        number_, generation = item.objgen
    except BROKEN:
        return ""
    return f"{number_} {generation}" if number_ else ""
