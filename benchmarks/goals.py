"""Goals as data (`goals.toml`), and whether a series reaches them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Spread, base_memory, ratios, uneven, values
from benchmarks.series import Cell, Measured, Missing, Series

FILE = Path(__file__).with_name("goals.toml")
OURS = "brochure"


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A bar for one figure of a row."""

    row: str
    figure: str
    lever: str
    at_most: float | None = None
    at_least: float | None = None
    ratio: tuple[str, str] | None = None
    a_page: float = 0
    """MiB that each page may take besides."""

    def holds(self, value: float) -> bool:
        """Whether a value reaches the bar."""
        high = self.at_most is None or value <= self.at_most
        return high and (self.at_least is None or value >= self.at_least)


@dataclass(frozen=True)
class Verdict:
    """What was found for a goal: a spread, or why there is none."""

    goal: Goal
    found: Spread | None
    missing: Missing | None = None

    @property
    def word(self) -> str:
        """`met`, `missed`, or the kind of what is missing."""
        if self.found is None:
            return self.missing.kind if self.missing else "not measured"
        return "met" if self.goal.holds(self.found.median) else "missed"


def goals(file: Path = FILE) -> tuple[Goal, ...]:
    """All goals in their order."""
    found = tomllib.loads(file.read_text("utf-8"))["goal"]
    return tuple(Goal(**{**values, "ratio": _pair(values.get("ratio"))}) for values in found)


def judge(goal: Goal, series: Series) -> Verdict:
    """The verdict on a goal by a series; by the median where there are rounds."""
    row = series.rows.get(goal.row)
    if not row:
        return Verdict(goal, None)
    names = goal.ratio or (tuple(row) if goal.figure in ("uneven", "base-memory") else (OURS,))
    for name in names:
        cell = row.get(name, Missing("not measured", ""))
        if isinstance(cell, Missing):
            return Verdict(goal, None, cell)
    return Verdict(goal, Spread.of(_values(goal, row)))


def _values(goal: Goal, row: Mapping[str, Cell]) -> tuple[float, ...]:
    if goal.figure == "uneven":
        return (uneven(row),)
    if goal.figure == "base-memory":
        return (base_memory(row, goal.a_page),)
    cells = [row[name] for name in goal.ratio or (OURS,)]
    first, *others = (cell for cell in cells if isinstance(cell, Measured))
    return ratios(first, others[0], goal.figure) if others else values(first, goal.figure)


def _pair(names: list[str] | None) -> tuple[str, str] | None:
    return (names[0], names[1]) if names else None
