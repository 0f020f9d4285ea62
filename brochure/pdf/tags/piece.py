"""Pieces: what is painted of a unit, one line's part of a text or one picture at a time."""

from dataclasses import dataclass, field
from typing import Any

from brochure.document.structure import Place, Rectangle

INVISIBLE = str.maketrans("", "", "\u00ad\u200b")
"""Characters at which a word may break and which are not seen."""

Element = Any
"""An element of the HTML tree (`xml.etree.ElementTree.Element`)."""


@dataclass(frozen=True)
class Artifact:
    """Content that is no part of the text (ISO 32000-1, 14.8.2.2)."""

    type: str
    subtype: str | None = None
    attached: str | None = None
    bbox: Rectangle | None = None


@dataclass(eq=False)
class Piece:
    """One box that the engine will paint.

    `order` sorts pieces as the document has them; `part` names the generated part of the element
    it belongs to (`before`, `marker`, `footnote-call`, …). Of a text, `start` and `end` say which
    slice of `source` it shows, and `typed` is that source before `text-transform`.
    """

    box: Any = field(repr=False)
    page: int
    order: tuple[int, int]
    key: tuple[int, int | str] = field(repr=False)
    """The same for a piece that is painted again on a later page."""
    element: Element = field(repr=False)
    part: str
    area: Rectangle
    is_text: bool
    painted: str = ""
    typed: str = ""
    source: str = ""
    start: int = 0
    end: int = 0
    letter_spacing: float = 0
    """In em."""
    artifact: Artifact | None = None
    block: int = 0
    """Names the element whose block it stands in; two blocks are two words."""
    atom: int = 0
    """Names the inline block that it stands in, 0 for none."""

    # Settled once the structure is known (`spacing.py`).
    read: str = ""
    """What is to be read, which is not always what is painted."""
    adds_space: bool = False
    """A word ends here, but its space fell away at the end of the line."""
    is_hyphenated: bool = False
    """It ends in a hyphen that the line break made."""


@dataclass(frozen=True)
class Pieces:
    """All pieces of a unit in the order of the document, and where its elements lie.

    `root` is the `html` element; `first` and `areas` are by `id` of the element: its number in the
    order of the document, and the page and rectangle of each of its boxes. `numbering` is the
    `list-style-type` of list items, `blocks` are the elements that no line of text runs through.
    """

    pages: int
    root: Element
    pieces: tuple[Piece, ...]
    texts: dict[int, tuple[str, str]] = field(repr=False)
    first: dict[int, int] = field(repr=False)
    areas: dict[int, list[tuple[int, Rectangle]]] = field(repr=False)
    numbering: dict[int, str] = field(repr=False)
    blocks: set[int] = field(repr=False)

    def place(self, element: Element) -> Place | None:
        """The upper left corner of an element's first box."""
        if not (found := self.areas.get(id(element))):
            return None
        page, (left, _, _, top) = found[0]
        return Place(page, left, top)
