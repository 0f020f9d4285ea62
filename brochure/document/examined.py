"""What a report on checks is made from: how they ended, pages as pictures, and who signed for what.

Areas are left, top, width and height in mm from the top left of the finished page, which is not
yet turned (`Rotate`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochure.diagnostics.show import ReadLines
from brochure.document.checked import Checked

Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Region:
    """A part of a page with a name: a tag and its text, a box of the page, a fold."""

    area: Area
    label: str
    text: str = ""


@dataclass(frozen=True)
class PageView:
    """A page as it is shown; `shown` is what of it the pictures show (PNG, JPEG or WebP)."""

    number: int
    shown: Area
    picture: bytes = field(repr=False)
    rotate: int = 0
    """By how many degrees the pictures are turned clockwise."""
    reading_order: tuple[Region, ...] = field(default=(), repr=False)
    tags: tuple[Region, ...] = field(default=(), repr=False)
    boxes: tuple[Region, ...] = ()
    heat: bytes = field(default=b"", repr=False)
    """Where the contrast is low, as a picture of the same part of the page."""
    ink: bytes = field(default=b"", repr=False)
    """How much ink lies where."""


@dataclass(frozen=True)
class Signature:
    """Who has looked at what no program can judge: a row of the Matterhorn Protocol, and when."""

    row: str
    name: str
    date: str


@dataclass(frozen=True)
class Examined:
    """One thing that was looked at, with all that can be shown of it."""

    checked: Checked
    views: tuple[PageView, ...] = ()
    is_ours: bool = False
    """Whether brochure made it, so that it has what brochure builds in."""
    signatures: tuple[Signature, ...] = ()


def _no_lines(_: str) -> list[str]:
    return []


@dataclass(frozen=True)
class Examination:
    """All that one report tells; `date` is the day of the call, which a report can't know."""

    items: tuple[Examined, ...]
    date: str
    rationales: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Why each check is there, by its id."""
    read_lines: ReadLines = _no_lines
    earlier: Mapping[str, Any] | None = field(default=None, repr=False)
    """An earlier report as JSON has it."""
