"""What of colours a person must know: more ink than the paper bears, a spot colour that is none.

Nobody but they may change such a colour.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.fragment import Fragment, PaintedPage, PlacedBox
from brochure.pdf.colour.paint import Paint, Spot
from brochure.pdf.colour.pictures import Separated
from brochure.pdf.matrix import Point

INK_LIMIT, SPOT_MIXED = "colour/ink-limit", "colour/spot-mixed"
MM_PER_PT = 25.4 / 72
NEAR = 0.1
"""How far outside a box, in mm, a place still is in it: letters begin on its very edge."""
SLACK = 1
"""Percent of all inks by which steps of 8 bits may exceed a limit."""


class PageFindings:
    """Looks at what is painted on one page."""

    def __init__(self, limit: int, page: PaintedPage, boxes: Sequence[PlacedBox]) -> None:
        self._limit, self._page, self._boxes = limit, page, boxes
        self._told: dict[Paint | Spot, Diagnostic] = {}

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What is to be told, each colour once."""
        return tuple(self._told.values())

    def painted(self, paint: Paint | None, place: Callable[[], Point]) -> None:
        """Note a colour that is over the limit; a spot colour is one ink."""
        if paint is None or paint.spot or paint in self._told:
            return
        amount = sum(paint.values) * 100
        if amount > self._limit + SLACK:
            self._told[paint] = Diagnostic.of(
                INK_LIMIT,
                self._source(*place()),
                Severity.WARNING,
                variant="named" if paint.name else "",
                colour=paint.name or _percentages(paint),
                amount=round(amount),
                limit=self._limit,
            )

    def mixed(self, spots: Iterable[Spot]) -> None:
        """Note spot colours that process inks stand for, as a gradient leads to other colours."""
        for spot in spots:
            severity = Severity.WARNING
            self._told[spot] = Diagnostic.of(SPOT_MIXED, severity=severity, spot=spot.name)

    def _source(self, x: float, y: float) -> Span | None:
        """The source of the smallest box around a place."""
        left, _, _, top = self._page.trim
        x, y = (x - left) * MM_PER_PT, (top - y) * MM_PER_PT
        around = [
            box
            for box in self._boxes
            if -NEAR <= x - box.x <= box.width + NEAR and -NEAR <= y - box.y <= box.height + NEAR
        ]
        smallest = min(around, key=lambda box: box.width * box.height, default=None)
        return smallest.source if smallest else None


def too_heavy(
    fragment: Fragment, separated: Iterable[Separated], limit: int
) -> Iterator[Diagnostic]:
    """Pictures that came as inks and are over the limit; they are passed through as they are."""
    given = {picture.name: picture for picture in fragment.pictures}
    files = {digest: name for name, digest in fragment.files}
    for found in separated:
        if found.most_ink > limit + SLACK:
            data = given[found.picture.name].items[0].data or b""
            yield Diagnostic.of(
                INK_LIMIT,
                severity=Severity.WARNING,
                variant="picture",
                file=files.get(sha256(data).hexdigest(), found.picture.name),
                amount=found.most_ink,
                limit=limit,
            )


def _percentages(paint: Paint) -> str:
    return "/".join(f"{value * 100:.0f}" for value in paint.values)
