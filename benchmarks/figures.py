"""Figures from rounds: spreads, ratios pair by pair, and how the cost of a page grows."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.series import Cell, Measured, Missing

UNITS = {"wall": "s", "cpu": "s", "memory": "MiB", "rate": "a second"}
TITLES = {"wall": "wall s", "cpu": "cpu s", "memory": "peak MiB", "rate": "PDFs a second and core"}


@dataclass(frozen=True)
class Spread:
    """A median with the least and the greatest value."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of at least one value."""
        return cls(statistics.median(values), min(values), max(values))


def values(cell: Measured, figure: str) -> tuple[float, ...]:
    """A figure of each round; memory has one."""
    if figure == "rate":
        return tuple(1 / seconds for seconds in cell.cpu)
    if figure == "memory":
        return () if cell.memory is None else (cell.memory,)
    return cell.wall if figure == "wall" else cell.cpu


def ratios(upper: Measured, lower: Measured, figure: str) -> tuple[float, ...]:
    """One figure over the other, pair by pair of the same round."""
    pairs = zip(values(upper, figure), values(lower, figure), strict=True)
    return tuple(a / b for a, b in pairs)


def uneven(row: Mapping[str, Cell]) -> float:
    """How much more the dearest further page costs than the cheapest one, by medians of cpu.

    Each size is compared with the next smaller one, so that what a process costs once is left out.
    Cpu, because sizes are no pairs: a noisy minute falls on one of them.
    """
    sized = sorted((cell for cell in row.values() if _has_pages(cell)), key=_pages)
    a_page = [
        (_cpu(more) - _cpu(fewer)) / (_pages(more) - _pages(fewer))
        for fewer, more in pairwise(sized)
    ]
    return max(a_page) / min(a_page) - 1


def base_memory(row: Mapping[str, Cell], a_page: float) -> float:
    """The most MiB that any size takes beyond so many a page."""
    return max(
        cell.memory - a_page * _pages(cell)
        for cell in row.values()
        if _has_pages(cell) and isinstance(cell, Measured) and cell.memory
    )


def _has_pages(cell: Cell) -> bool:
    return not isinstance(cell, Missing) and cell.pages is not None


def _pages(cell: Cell) -> int:
    assert isinstance(cell, Measured) and cell.pages
    return cell.pages


def _cpu(cell: Cell) -> float:
    assert isinstance(cell, Measured)
    return statistics.median(cell.cpu)
