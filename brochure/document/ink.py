"""How much ink a page takes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fullest:
    """Where most ink is: percent of all inks together, mm from the page's left and top."""

    percent: float
    left: float
    top: float


@dataclass(frozen=True)
class InkCoverage:
    """The ink of one page: in its fullest point, and in its fullest square on an average."""

    page: int
    point: Fullest
    """Of all inks, spot colours too: what paper and drying must bear."""
    square: Fullest
    """Of cyan, magenta, yellow and black (GWG 2022, R0026); the place is the square's corner."""
    inks: tuple[str, ...]
    """The plates that have anything on them."""
