"""A series: everything that one run has measured, as it is kept in `history/`.

A day has one file, a list of its series. What is kept is every single round, so that a reader can
compare pairs; what was made of it by arithmetic is not.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import ROOT

NUMBERS = re.compile(r"\[[\s\d.,-]+\]")
HISTORY = ROOT / "benchmarks/history"


@dataclass(frozen=True)
class Measured:
    """Seconds of each round in their order; MiB at the peak of a round that was not timed."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    memory: float | None = None
    pages: int | None = None


@dataclass(frozen=True)
class Missing:
    """Why there is no figure."""

    kind: str
    reason: str


Cell = Measured | Missing


@dataclass(frozen=True)
class Series:
    """One run, on one machine, at one time."""

    day: str
    scope: str
    trial: bool
    machine: Mapping[str, Any]
    versions: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Cell]] = field(default_factory=dict)


def load(file: Path) -> list[Series]:
    """All series of a file, from its first to its last."""
    return [_series(found) for found in json.loads(file.read_text("utf-8"))]


def keep(series: Series, folder: Path = HISTORY) -> Path:
    """Append a series to the file of its day."""
    file = folder / f"{series.day}.json"
    kept = load(file) if file.exists() else []
    values = [_without_nothing(asdict(item)) for item in [*kept, series]]
    file.write_text(_short_lists(json.dumps(values, indent=1, ensure_ascii=False)) + "\n", "utf-8")
    return file


def latest(folder: Path = HISTORY) -> Series | None:
    """The last series that is no trial, a full one if there is any."""
    kept = [series for file in sorted(folder.glob("*.json")) for series in load(file)]
    true = [series for series in kept if not series.trial]
    full = [series for series in true if series.scope == "full"]
    return next(reversed(full or true), None)


def _series(found: Mapping[str, Any]) -> Series:
    rows = {
        name: {who: _cell(cell) for who, cell in row.items()} for name, row in found["rows"].items()
    }
    return Series(**{**found, "rows": rows})


def _cell(cell: Mapping[str, Any]) -> Cell:
    if "reason" in cell:
        return Missing(**cell)
    rounds = {name: tuple(cell[name]) for name in ("wall", "cpu")}
    return Measured(**{**cell, **rounds})


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    return value


def _short_lists(text: str) -> str:
    """A list of numbers on one line, so that a series is read and not scrolled."""
    return NUMBERS.sub(
        lambda found: re.sub(r"\s+", " ", found[0]).replace("[ ", "[").replace(" ]", "]"), text
    )
