"""Measure rows: each round has everybody's turn, A B C A B C, so that noise meets all alike."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing

from benchmarks.absent import Absent
from benchmarks.place import Place
from benchmarks.rows import Row
from benchmarks.series import Cell, Measured, Missing
from benchmarks.whole import demand_whole
from benchmarks.work import Cost, Work

Tell = Callable[[str], None]


def measure(row: Row, place: Place, *, full: bool, tell: Tell) -> Mapping[str, Cell]:
    """The cells of a row, in the order of its makers."""
    rounds = row.rounds[full]
    missing: dict[str, Missing] = {}
    with ExitStack() as open_works:
        works: dict[str, Work] = {}
        for who in _taking_part(row, full):
            try:
                works[who] = open_works.enter_context(closing(row.makers[who](place)))
            except Absent as absent:
                missing[who] = Missing(absent.kind, str(absent))
        first = dict(_first_round(row, place, works, missing, tell))
        costs: dict[str, list[Cost]] = {who: [] for who in first}
        for number in range(rounds):
            tell(f"{row.name}: round {number + 1} of {rounds}")
            for who in first:
                costs[who].append(works[who]())
    measured = {who: _measured(row, who, first[who], costs[who]) for who in first}
    cells: dict[str, Cell] = {**measured, **missing}
    return {who: cells[who] for who in row.makers if who in cells}


def _taking_part(row: Row, full: bool) -> tuple[str, ...]:
    return tuple(row.makers) if full or not row.quick else row.quick


def _first_round(
    row: Row, place: Place, works: Mapping[str, Work], missing: dict[str, Missing], tell: Tell
) -> Iterator[tuple[str, Cost]]:
    """The round whose time does not count: memory is watched, and the files are looked at."""
    for who, work in works.items():
        tell(f"{row.name}: {who}, first")
        try:
            cost = work(watched=True)
            if row.whole and work.made:
                demand_whole(work.made, place.expected(row.edit, 1))
        except Absent as absent:
            missing[who] = Missing(absent.kind, str(absent))
        else:
            yield who, cost


def _measured(row: Row, who: str, first: Cost, costs: list[Cost]) -> Measured:
    return Measured(
        tuple(round(cost.wall, 4) for cost in costs),
        tuple(round(cost.cpu, 4) for cost in costs),
        round(first.memory, 1) if first.memory else None,
        (row.pages or {}).get(who),
    )
