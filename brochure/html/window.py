"""The document as templates see it: through a window that notes what they look at.

Of a thousand records most units are the same. Which are not is not guessed from templates: a unit
is rendered again when its section, or anything of the document that it looked at, is another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochure.document.document import Document, Section
from brochure.document.html import HtmlUnit


class Window:
    """Stands in for the document of the moment."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self.read: dict[str, object] = {}
        """What was looked at, by name."""

    def show(self, document: Document) -> None:
        """Show this document from now on, and note anew."""
        self._document, self.read = document, {}

    def __getattr__(self, name: str) -> Any:
        """A part of the document, noted."""
        self.read[name] = found = getattr(self._document, name)
        return found


@dataclass(frozen=True)
class Rendered:
    """A unit as it was rendered, and what of the document it showed."""

    section: Section | None = field(repr=False)
    read: Mapping[str, object] = field(repr=False)
    html: HtmlUnit

    def reads_the_same(self, document: Document) -> bool:
        """Whether it would look at the same things in this document."""
        return all(getattr(document, name) is found for name, found in self.read.items())
