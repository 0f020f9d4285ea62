"""Profiles: what an output is for and what it must conform to."""

from dataclasses import dataclass
from typing import Any

from brochure.catalog.load import entry
from brochure.catalog.standards import Standard


@dataclass(frozen=True)
class Profile:
    """One profile of output, with the standards that one file of it conforms to all at once.

    `media` names the look's stylesheets for it; `twin` is a page that stands alone.
    """

    name: str
    extension: str
    standards: tuple[Standard, ...]
    bleed: bool
    media: str
    title: dict[str, str]
    ppi: int | None = None
    """Resolution of pictures in pixels an inch; finer ones are brought down to it."""
    pictures: bool = False
    """Whether a picture of every page lies beside the file."""

    @classmethod
    def named(cls, name: str) -> "Profile":
        """The profile of that name; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("profiles", name))
        standards = tuple(map(Standard.named, data.pop("standards")))
        return cls(name=name, standards=standards, **data)

    @property
    def is_pdf(self) -> bool:
        """Whether it is laid out on pages; else it is one page of HTML, the twin."""
        return self.extension == "pdf"

    @property
    def pages(self) -> tuple[object, ...]:
        """What of a profile shapes the pages; profiles that are equal in it share one layout."""
        return self.media, self.bleed, self.ppi

    @property
    def pdf_version(self) -> str:
        """The version of PDF that all its standards share."""
        return max(standard.pdf_version for standard in self.standards)
