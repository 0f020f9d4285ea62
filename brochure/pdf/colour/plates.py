"""Plates for varnish and for cutting are no colours: what they print is not shown on a screen.

What is painted in such a colour of the book is left out; its marks stay, and with them all tags.
"""

import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from brochure import cache
from brochure.document.fragment import Fragment, Item, PaintedPage
from brochure.document.look import Colour
from brochure.pdf.colour.book import Triple, triple
from brochure.pdf.colour.operations import Operation, operations
from brochure.pdf.colour.space import RGB, Shade
from brochure.pdf.colour.stream import packed, unpacked
from brochure.pdf.link import Unit

PAINTS = {
    **{"f": ("f", ""), "F": ("F", ""), "f*": ("f*", ""), "S": ("", "S"), "s": ("", "s")},
    **{"B": ("f", "S"), "B*": ("f*", "S"), "b": ("f", "s"), "b*": ("f*", "s")},
}
"""What fills and what strokes in each painting of a path (ISO 32000-1, table 60)."""
COLOURS = ("rg", "RG", "g", "G", "k", "K", "scn", "SCN")
TEXT = ("TJ", "Tj")
NOTHING = "n"


def without_plates(units: Iterable[Unit], book: Iterable[Colour]) -> list[Unit]:
    """Units as a screen shows them."""
    plates = {colour.rgb for colour in book if colour.overprint}
    return [(_fragment(body, plates), edge and _fragment(edge, plates)) for body, edge in units]


def _fragment(fragment: Fragment, plates: Collection[Triple]) -> Fragment:
    return replace(fragment, painted=tuple(_page(page, plates) for page in fragment.painted))


def _page(page: PaintedPage, plates: Collection[Triple]) -> PaintedPage:
    return replace(
        page,
        content=packed(_shown(zlib.decompress(page.content), plates)),
        objects=tuple(_item(item, plates) for item in page.objects),
        digest=cache.key_of(page.digest, sorted(plates)),
    )


def _item(item: Item, plates: Collection[Triple]) -> Item:
    if b"/Subtype /Form" not in item.text and b"/PatternType" not in item.text:
        return item
    return replace(item, data=packed(_shown(unpacked(item), plates)))


@dataclass(frozen=True)
class _Paints:
    """Which of both is a plate now."""

    fill: bool = False
    stroke: bool = False


def _shown(content: bytes, plates: Collection[Triple]) -> bytes:
    """A content stream without what is painted by plates."""
    paints, stack, pieces, done = _Paints(), [], [], 0
    for operation in operations(content):
        operator = operation.operator
        if operator == "q":
            stack.append(paints)
        elif operator == "Q":
            paints = stack.pop()
        elif operator in COLOURS:
            name = "stroke" if operator.isupper() else "fill"
            paints = replace(paints, **{name: _is_plate(operation, plates)})
        elif (instead := _instead(operator, paints)) != operator:
            pieces += [content[done : operation.start], instead.encode()]
            done = operation.end
    return b"".join([*pieces, content[done:]])


def _is_plate(operation: Operation, plates: Collection[Triple]) -> bool:
    if operation.operator not in ("rg", "RG"):
        return False
    return triple(Shade(RGB, tuple(map(float, operation.operands.split())))) in plates


def _instead(operator: str, paints: _Paints) -> str:
    if operator in TEXT:
        return "" if paints.fill else operator
    fill, stroke = PAINTS.get(operator, ("", ""))
    left_out = (fill and paints.fill) or (stroke and paints.stroke)
    shown = ("" if paints.fill else fill) + ("" if paints.stroke else stroke)
    return shown or NOTHING if left_out else operator
