"""The blocks a section is made of. Each is one kind, named by its one key beside `id`.

The field docstrings become the descriptions of the JSON Schema that editors show.
"""

from dataclasses import dataclass
from typing import Literal

from brochure.document.text import Markdown, Prose

STRICT = {"extra": "forbid", "use_attribute_docstrings": True}
"""How pydantic reads these classes at the edge: an unknown key is an error."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What may be shown for some records only: a message, a block."""

    __pydantic_config__ = STRICT
    show_if: str | None = None
    """For which records it is shown, if not for all: `record.einwohner > 1000`."""


@dataclass(frozen=True, kw_only=True)
class HeadingBlock(Shown):
    """A heading inside a section."""

    __pydantic_config__ = STRICT
    id: str
    heading: Prose
    level: Literal[3, 4] = 3
    """3 stands under the section's own heading, 4 under a 3."""


@dataclass(frozen=True, kw_only=True)
class TextBlock(Shown):
    """One or more paragraphs in a subset of Markdown."""

    __pydantic_config__ = STRICT
    id: str
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class ListItem:
    """One item of a list."""

    __pydantic_config__ = STRICT
    id: str
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class ListBlock(Shown):
    """A list with bullets, or with numbers when `ordered` is true."""

    __pydantic_config__ = STRICT
    id: str
    list: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, kw_only=True)
class FocalPoint:
    """The point of a picture that a crop must keep, from the top left corner in percent."""

    __pydantic_config__ = STRICT
    x: float = 50
    y: float = 50


@dataclass(frozen=True, kw_only=True)
class StrategyLevel:
    """One ring of a strategy diagram: how many there are and what they are called."""

    __pydantic_config__ = STRICT
    id: str
    count: int
    label: Prose


@dataclass(frozen=True, kw_only=True)
class StrategyDiagram:
    """Rings of dots drawn from numbers; the innermost ring's dots carry names."""

    __pydantic_config__ = STRICT
    names: tuple[Prose, ...] = ()
    levels: tuple[StrategyLevel, ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A picture or a diagram, with its alternative text unless it is decoration."""

    __pydantic_config__ = STRICT
    picture: str | None = None
    """File name in the folder `pictures` of the publication."""
    diagram: StrategyDiagram | None = None
    """Data of a diagram, instead of a picture."""
    alt: Prose | None = None
    """What a person would miss without the picture."""
    decorative: bool = False
    """True when nobody misses anything without the picture."""
    caption: Prose | None = None
    credit: Prose | None = None
    licence: str | None = None
    focal: FocalPoint | None = None


@dataclass(frozen=True, kw_only=True)
class FigureBlock(Shown):
    """A figure."""

    __pydantic_config__ = STRICT
    id: str
    figure: Figure


@dataclass(frozen=True, kw_only=True)
class QuoteBlock(Shown):
    """A sentence set large, or somebody's words."""

    __pydantic_config__ = STRICT
    id: str
    quote: Markdown
    by: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Content of a fact box."""

    __pydantic_config__ = STRICT
    title: Prose
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class FactBlock(Shown):
    """A box that stands apart from the running text."""

    __pydantic_config__ = STRICT
    id: str
    fact: Fact


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number and what it counts."""

    __pydantic_config__ = STRICT
    value: Prose
    label: Prose


@dataclass(frozen=True, kw_only=True)
class NumberBlock(Shown):
    """A number that carries a message."""

    __pydantic_config__ = STRICT
    id: str
    number: Number


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """One column and its head."""

    __pydantic_config__ = STRICT
    id: str
    title: Prose


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row; the first cell is the head of the row."""

    __pydantic_config__ = STRICT
    id: str
    cells: tuple[Prose, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with a caption, heads for columns and for rows."""

    __pydantic_config__ = STRICT
    caption: Prose
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, kw_only=True)
class TableBlock(Shown):
    """A table."""

    __pydantic_config__ = STRICT
    id: str
    table: Table


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of an instruction."""

    __pydantic_config__ = STRICT
    id: str
    title: Prose
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class StepsBlock(Shown):
    """What to do, one after the other."""

    __pydantic_config__ = STRICT
    id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link that stands on a line of its own."""

    __pydantic_config__ = STRICT
    url: str
    label: Prose


@dataclass(frozen=True, kw_only=True)
class LinkBlock(Shown):
    """A link of its own."""

    __pydantic_config__ = STRICT
    id: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How to reach somebody; digits and addresses are printed as they are written."""

    __pydantic_config__ = STRICT
    name: Prose
    street: Prose | None = None
    postal_code: str | None = None
    city: Prose | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    hours: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class ContactBlock(Shown):
    """A contact."""

    __pydantic_config__ = STRICT
    id: str
    contact: Contact


Block = (
    HeadingBlock
    | TextBlock
    | ListBlock
    | FigureBlock
    | QuoteBlock
    | FactBlock
    | NumberBlock
    | TableBlock
    | StepsBlock
    | LinkBlock
    | ContactBlock
)

BLOCK_TYPES: dict[str, type] = {
    "heading": HeadingBlock,
    "text": TextBlock,
    "list": ListBlock,
    "figure": FigureBlock,
    "quote": QuoteBlock,
    "fact": FactBlock,
    "number": NumberBlock,
    "table": TableBlock,
    "steps": StepsBlock,
    "link": LinkBlock,
    "contact": ContactBlock,
}
"""Every kind of block by the key that names it in YAML; its template has the same name."""


def kind_of(block: Block) -> str:
    """The key that names a block's kind, which is also the name of its template."""
    return next(kind for kind, type_ in BLOCK_TYPES.items() if isinstance(block, type_))
