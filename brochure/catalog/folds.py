"""Folds: where the panels of a sheet lie, how each is reached, and what stands on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

from brochure.catalog.load import entry

Bend = Literal["valley", "mountain"]
"""Whether a fold bends towards who looks at the side, or away."""


@dataclass(frozen=True)
class Panel:
    """A panel on its side of the sheet, in mm from the side's upper left corner."""

    role: str
    title: dict[str, str]
    shows: str
    """What stands on it: `title`, `introduction`, `messages`, `contact`, `claim` or `nothing`."""
    left: float
    top: float
    width: float
    height: float
    turned: bool
    """Whether it stands on its head while the sheet lies open."""
    read: int
    """When it is reached, counted from 1."""


@dataclass(frozen=True)
class Crease:
    """A piece of a fold as one side shows it, in mm from the side's upper left corner."""

    start: tuple[float, float]
    end: tuple[float, float]
    bend: Bend


@dataclass(frozen=True)
class Side:
    """One side of a folded sheet; its panels in the order in which they are read."""

    name: str
    panels: tuple[Panel, ...]
    creases: tuple[Crease, ...]


@dataclass(frozen=True)
class Fold:
    """A way to fold, whatever the paper.

    `outside` and `inside` say where roles lie on the sheet, row by row, each seen from its own
    side; `reading` says in which order they are reached. `upright` are the folds between columns,
    a list a row, and `level` those between rows, seen from inside.
    """

    name: str
    title: dict[str, str]
    reading: tuple[str, ...]
    outside: tuple[tuple[str, ...], ...]
    inside: tuple[tuple[str, ...], ...]
    upright: tuple[tuple[Bend, ...], ...]
    level: tuple[Bend, ...]
    turned: tuple[str, ...]
    shows: Mapping[str, str]
    names: Mapping[str, dict[str, str]]

    @classmethod
    def named(cls, name: str) -> "Fold":
        """The fold of that name; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("folds", name))
        for key in ("outside", "inside", "upright"):
            data[key] = tuple(map(tuple, data[key]))
        for key in ("reading", "level", "turned"):
            data[key] = tuple(data.get(key, ()))
        return cls(name=name, **data)

    def sides(self, columns: Sequence[float], rows: Sequence[float]) -> tuple[Side, ...]:
        """Both sides of a sheet whose columns are so wide, seen from inside, and rows so high.

        Who turns the sheet over sees the columns from the other end, and each fold bend otherwise.
        """
        across = columns[::-1]
        upright = tuple(tuple(_other(bend) for bend in row[::-1]) for row in self.upright)
        level = tuple(map(_other, self.level))
        return (
            self._side(
                "outside", self.outside, across, rows, tuple(_creases(across, rows, upright, level))
            ),
            self._side(
                "inside",
                self.inside,
                columns,
                rows,
                tuple(_creases(columns, rows, self.upright, self.level)),
            ),
        )

    def _side(
        self,
        name: str,
        roles: Sequence[Sequence[str]],
        columns: Sequence[float],
        rows: Sequence[float],
        creases: tuple[Crease, ...],
    ) -> Side:
        panels = [
            Panel(
                role,
                self._title(role),
                self.shows.get(role, "nothing"),
                left,
                top,
                width,
                height,
                role in self.turned,
                self.reading.index(role) + 1,
            )
            for row, top, height in zip(roles, _starts(rows), rows, strict=True)
            for role, left, width in zip(row, _starts(columns), columns, strict=True)
        ]
        return Side(name, tuple(sorted(panels, key=lambda panel: panel.read)), creases)

    def _title(self, role: str) -> dict[str, str]:
        name, _, number = role.partition("-")
        titles = self.names[name].items()
        return {language: f"{title} {number}".rstrip() for language, title in titles}


def _creases(
    columns: Sequence[float],
    rows: Sequence[float],
    upright: Sequence[Sequence[Bend]],
    level: Sequence[Bend],
) -> Iterator[Crease]:
    for top, height, bends in zip(_starts(rows), rows, upright, strict=True):
        for x, bend in zip(_starts(columns)[1:], bends, strict=True):
            yield Crease((x, top), (x, top + height), bend)
    for y, bend in zip(_starts(rows)[1:], level, strict=True):
        yield Crease((0, y), (sum(columns), y), bend)


def _starts(sizes: Sequence[float]) -> list[float]:
    """Where each begins that lie one after the other."""
    return [0, *accumulate(sizes)][:-1]


def _other(bend: Bend) -> Bend:
    return "mountain" if bend == "valley" else "valley"
