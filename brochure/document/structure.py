"""The structure of a unit as plain data: what the tag tree of a PDF will say of it.

No PDF object is in it, so that it can be kept in a file and made part of any edition. Pages count
from 0 in the unit; places and rectangles are in points from the lower left corner of the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Value = str | int | float | tuple[str, ...] | tuple[float, ...]
Rectangle = tuple[float, float, float, float]


def enclosing(rectangles: Iterable[Rectangle]) -> Rectangle:
    """The smallest rectangle around all of them, in hundredths of a point."""
    lefts, bottoms, rights, tops = zip(*rectangles, strict=True)
    left, bottom, right, top = min(lefts), min(bottoms), max(rights), max(tops)
    return (round(left, 2), round(bottom, 2), round(right, 2), round(top, 2))


@dataclass(frozen=True)
class Attribute:
    """An attribute of a structure element, such as `Table` / `Scope` / `Column`.

    Names of PDF (`/Column`) are `str`; strings of PDF stand in tuples.
    """

    owner: str
    name: str
    value: Value


@dataclass(frozen=True)
class Content:
    """Marked content on a page: its id, and how it is read.

    `stream` is 0 for the page's own stream, else it counts the translucent groups on the page.
    """

    page: int
    stream: int
    mcid: int
    text: str = ""


@dataclass(frozen=True)
class LinkArea:
    """Where a link can be pressed on one page; one annotation, whatever the number of lines."""

    page: int
    rectangles: tuple[Rectangle, ...]
    target: str
    """An address, or `#` and the name of a place in the edition."""
    contents: str


@dataclass(frozen=True)
class Place:
    """A point that a link or a bookmark can lead to."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Structure:
    """A structure element."""

    role: str
    kids: tuple["Kid", ...] = ()
    id: str | None = None
    language: str | None = None
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    attributes: tuple[Attribute, ...] = ()
    refers_to: tuple[str, ...] = ()
    """Ids of elements that belong to it, such as the call of a note."""
    anchor: str | None = None
    """The `id` in the HTML, by which links reach it."""
    place: Place | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """What is read: the texts of all content below, and of replacements where there are any."""
        if self.actual_text is not None:
            return self.actual_text
        return "".join(kid.text for kid in self.kids if not isinstance(kid, LinkArea))

    def walk(self) -> Iterator["Structure"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Structure):
                yield from kid.walk()


Kid = Structure | Content | LinkArea


@dataclass(frozen=True)
class Skeleton:
    """The structure of one unit: how many pages it has, and what stands on them."""

    name: str
    pages: int
    language: str
    kids: tuple[Kid, ...]

    def walk(self) -> Iterator[Structure]:
        """Every structure element in reading order."""
        for kid in self.kids:
            if isinstance(kid, Structure):
                yield from kid.walk()
