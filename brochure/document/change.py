"""By what two PDFs differ: plain values, each with its place in both files."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from brochure.diagnostics import Diagnostic

Aspect = Literal["pages", "text", "tags", "boxes", "colours", "fonts", "facts", "pictures"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
Kind = Literal["added", "removed", "changed", "moved"]
OPPOSITE: dict[Kind, Kind] = {"added": "removed", "removed": "added"}

Area = tuple[float, float, float, float]
"""Left, top, width and height in mm on the finished page."""


@dataclass(frozen=True, order=True)
class Place:
    """Where something lies in one of both files; without an area it is the whole page."""

    page: int
    area: Area | tuple[()] = ()


Places = tuple[Place | None, Place | None]
"""Where something is in the first file and in the second."""


@dataclass(frozen=True)
class Change:
    """One difference, told once though it may be found at several places."""

    aspect: Aspect
    kind: Kind
    what: str
    """Of which sort it is: `words`, `alt`, `trim`; `compare/what-…` names it to a person."""
    before: str = ""
    after: str = ""
    places: tuple[Places, ...] = ()
    name: str = ""
    """What it is called, where there are several of a sort: an element, a font, a property."""
    around: tuple[str, str] = ("", "")
    """Words before and after it, which are the same in both."""
    more: int = 0
    """How many further ones of the same went with it."""

    @property
    def mirrored(self) -> "Change":
        """The same, seen from the other file."""
        return replace(
            self,
            kind=OPPOSITE.get(self.kind, self.kind),
            before=self.after,
            after=self.before,
            places=tuple(sorted(((b, a) for a, b in self.places), key=page_order)),
        )


@dataclass(frozen=True)
class Sheet:
    """A page whose picture changed: both numbers, where it differs, by how much of its area."""

    before: int | None
    after: int | None
    marks: tuple[Area, ...] = ()
    share: float = 1.0
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of the pictures in mm."""
    pictures: tuple[bytes, bytes, bytes] = field(default=(b"", b"", b""), repr=False)
    """Before, after, and one over the other, as WebP; empty where nobody asked or a page is not."""

    @property
    def mirrored(self) -> "Sheet":
        """The same, seen from the other file; one over the other is left to who paints it."""
        first, second, both = self.pictures
        return replace(self, before=self.after, after=self.before, pictures=(second, first, both))


@dataclass(frozen=True)
class Compared:
    """How two files differ; empty where they don't."""

    before: str
    after: str
    changes: tuple[Change, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    unseen: tuple[Diagnostic, ...] = ()
    """What could not be compared, and why."""
    unread: tuple[Diagnostic, ...] = ()
    """Why a file was not read at all."""
    languages: tuple[str, str] = ("", "")
    """What each file says its language is."""

    @property
    def differs(self) -> bool:
        """Whether there is any difference."""
        return bool(self.changes)

    @property
    def same(self) -> bool:
        """Whether all was compared, and nothing differs."""
        return not (self.changes or self.unseen or self.unread)

    def of(self, aspect: Aspect) -> Sequence[Change]:
        """The changes of one sort of thing."""
        return [change for change in self.changes if change.aspect == aspect]

    @property
    def mirrored(self) -> "Compared":
        """The same, seen from the other file."""
        changes = tuple(sorted((item.mirrored for item in self.changes), key=reading_order))
        sheets = tuple(sorted((item.mirrored for item in self.sheets), key=sheet_order))
        return replace(
            self,
            before=self.after,
            after=self.before,
            changes=changes,
            sheets=sheets,
            languages=self.languages[::-1],
        )


def page_order(places: Places) -> tuple[Place, Place]:
    """By the second file, and by the first where it is not there."""
    before, after = places
    return after or before or Place(0), before or Place(0)


def reading_order(change: Change) -> tuple[object, ...]:
    """Aspect by aspect, page by page, and always the same way."""
    places = page_order(change.places[0]) if change.places else (Place(0), Place(0))
    return ASPECTS.index(change.aspect), places, change.what, change.name, str(change)


def sheet_order(sheet: Sheet) -> tuple[int, int]:
    """Page by page."""
    return sheet.after or sheet.before or 0, sheet.before or 0
