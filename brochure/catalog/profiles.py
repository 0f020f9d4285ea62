"""Profiles: what an output is for and what it must conform to."""

from dataclasses import dataclass
from typing import Any, Literal

from brochure.catalog.load import entry
from brochure.catalog.standards import Standard


@dataclass(frozen=True)
class Profile:
    """One profile of output, with the standards that one file of it conforms to all at once.

    All that are PDF are made of the same laid-out pages; `bleed` says whether what is painted over
    the edge of the trimmed page is shown.
    """

    name: str
    extension: str
    standards: tuple[Standard, ...]
    title: dict[str, str]
    bleed: bool = False
    links: bool = True
    """Whether links can be followed; on paper nobody does, and PDF/X-4 has none on the page."""
    colour: Literal["screen", "inks"] = "screen"
    """Whether colours are meant for screens (sRGB) or are the inks of the print condition."""
    ppi: int | None = None
    """Resolution of pictures in pixels an inch to which finer ones are brought down."""
    finest: int | None = None
    """Up to this resolution pictures stay as they are; without it, up to `ppi`."""
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
    def pdf_version(self) -> str:
        """The version of PDF that all its standards share."""
        return max(standard.pdf_version for standard in self.standards)
