"""What a person wants of the sheets; lengths in points."""

from dataclasses import dataclass
from typing import Literal

from brochure.document.boxes import MM

Work = Literal["one-sided", "sheetwise", "turn", "tumble"]
Blank = Literal["end", "before-back", "after-front"]
Size = tuple[float, float]
WORK: tuple[Work, ...] = ("one-sided", "sheetwise", "turn", "tumble")
BLANK: tuple[Blank, ...] = ("end", "before-back", "after-front")
SCHEMES = ("saddle", "perfect", "n-up", "repeat", "tiles")
"""One file each in `schemes/`; named here so that the command line need not load them."""


@dataclass(frozen=True)
class Job:
    """How pages are put on sheets.

    `work` is how a sheet is printed on both sides (WorkStyle of JDF); none means as the scheme
    does it. `grammage` (g/m²) makes creep. `blank` says where empty pages go if any are needed.
    """

    scheme: str = "saddle"
    sheet: Size | None = None
    """The paper; none means as large as is needed."""
    marks: tuple[str, ...] = ()
    work: Work | None = None
    right_to_left: bool = False
    grammage: float = 0
    blank: Blank | None = None
    signature: int = 16
    """Pages of one folded sheet (perfect binding)."""
    grid: tuple[int, int] | None = None
    """Columns and rows (n-up, repeat); none means as many as the paper takes."""
    gutter: float | None = None
    """Between pages that are cut apart; none means as much as their bleeds need."""
    milling: float = 3 * MM
    """What perfect binding cuts off at the spine."""
    overlap: float = 10 * MM
    """By how much the tiles of a poster overlap."""
    margin: float = 10 * MM
    """What a printer for tiles leaves white at the edges of the paper."""
    language: str = "en"
    """Of the slug line."""
