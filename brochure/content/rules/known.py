"""What every rule is given."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from brochure.content.shape import Item
from brochure.content.values import Values
from brochure.diagnostics import Diagnostic, Span


@dataclass
class Known:
    """The values of the file, the pictures there are, and where each id stands."""

    values: Values
    pictures: Collection[str] = ()
    ids: dict[str, Span] = field(default_factory=dict)


Rule = Callable[[Known, Item], Iterator[Diagnostic]]
"""Looks at one mapping of the file and tells what is wrong with it."""
