"""What a rule is asked with: its level and limits in a variant, the paper, the file's name.

Rationale: a rule says what is wrong; how much of it is too much stands in the catalogue
(`catalog/data/preflight/`), and is another one for a newspaper or a banner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.boxes import MM, Box
from brochure.document.pdf_file import PdfPage


class Crease(NamedTuple):
    """A fold, or a piece of one, in mm from the top left of the finished page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """Whether it runs from top to bottom."""
        return self.left == self.right


@dataclass(frozen=True)
class Paper:
    """What the file is to become, in mm: `bleed` at left, top, right, bottom; `folds` by page."""

    width: float
    height: float
    bleed: tuple[float, ...]
    folds: tuple[tuple[Crease, ...], ...] = ()

    def folds_of(self, number: int) -> tuple[Crease, ...]:
        """The folds of a page; where there are more pages than sides, they begin anew."""
        return self.folds[(number - 1) % len(self.folds)] if self.folds else ()


@dataclass(frozen=True)
class Hit:
    """Something that breaks a rule: which sentence tells it, where, with which values."""

    variant: str
    box: Box | None = None
    values: tuple[tuple[str, object], ...] = ()
    level: Severity | None = None


@dataclass(frozen=True)
class PrintRule(Rule):
    """One rule as a variant asks for it.

    `scale` is by how much the paper is larger than the page, `distance` from how many metres
    it is looked at (GWG 2022, large format).
    """

    paper: Paper | None = None
    scale: float = 1.0
    distance: float | None = None

    def size(self, name: str, page: PdfPage) -> float:
        """A limit for lengths, on the page that stands for a larger paper."""
        return self.limit(name) / self.scale_of(page)

    def ppi(self, name: str, page: PdfPage) -> float:
        """A limit for resolutions; from afar fewer pixels do."""
        return self.limit(name) / (self.distance or 1.0) * self.scale_of(page)

    def scale_of(self, page: PdfPage) -> float:
        """By how much the paper is larger: UserUnit says it, where it is there."""
        return page.user_unit if page.user_unit not in (0.0, 1.0) else self.scale

    def on_page(
        self,
        page: PdfPage,
        variant: str = "",
        box: Box | None = None,
        level: Severity | None = None,
        **values: Any,
    ) -> Diagnostic:
        """A finding about a page, or about a place on it."""
        span = Span(self.file, page=page.number, area=_area(page, box))
        return Diagnostic.of(self.id, span, level or self.level, variant, **values)

    def on_each(self, page: PdfPage, hits: Iterable[Hit]) -> Iterator[Diagnostic]:
        """One finding for all hits of a page that say the same: at the first, with their number."""
        found: dict[object, list[Hit]] = {}
        for hit in hits:
            found.setdefault((hit.variant, hit.values, hit.level), []).append(hit)
        for same in found.values():
            first = same[0]
            span = Span(self.file, page=page.number, area=_area(page, first.box))
            values = {**dict(first.values), "count": len(same)}
            level = first.level or self.level
            yield Diagnostic.of(self.id, span, level, first.variant, **values)


def hit(variant: str, box: Box | None = None, level: Severity | None = None, **values: Any) -> Hit:
    """A hit, with the values of its sentence as keywords."""
    return Hit(variant, box, tuple(values.items()), level)


def _area(page: PdfPage, box: Box | None) -> tuple[float, ...]:
    """Left, top, width and height in mm from the top left of the finished page."""
    if box is None:
        return ()
    finished = page.boxes.finished
    seen = box.clipped(page.boxes.media)
    left, top = (seen.left - finished.left) / MM, (finished.top - seen.top) / MM
    return tuple(round(number, 1) for number in (left, top, seen.width / MM, seen.height / MM))
