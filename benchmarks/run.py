"""Measure rows: each round has everybody's turn, A B C A B C, so that noise meets all alike."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager

from benchmarks.absent import Absent
from benchmarks.place import Place
from benchmarks.rows import Row
from benchmarks.series import Cell, Measured, Missing
from benchmarks.whole import demand_whole
from benchmarks.work import Cost, Work

Tell = Callable[[str], None]


def measure(row: Row, place: Place, *, full: bool, tell: Tell) -> Mapping[str, Cell]:
    """The cells of a row, in the order of its makers."""
    cells: dict[str, Cell] = {}
    costs: dict[str, list[Cost]] = {}
    with ExitStack() as open_works:
        works: dict[str, Work] = {}
        for who in _taking_part(row, full):
            with _missing(who, cells):
                works[who] = open_works.enter_context(closing(row.makers[who](place)))
        for number in range(row.rounds[full] + 1):
            for who in [who for who in works if who not in cells]:
                tell(f"{row.name}, round {number} of {row.rounds[full]}: {who}")
                with _missing(who, cells):
                    cost = _turn(row, place, works[who], first=number == 0)
                    costs.setdefault(who, []).append(cost)
    for who in costs.keys() - cells.keys():
        cells[who] = _measured(costs[who], (row.pages or {}).get(who))
    return {who: cells[who] for who in row.makers if who in cells}


def _taking_part(row: Row, full: bool) -> tuple[str, ...]:
    return tuple(row.makers) if full or not row.quick else row.quick


@contextmanager
def _missing(who: str, cells: dict[str, Cell]) -> Iterator[None]:
    """What can't be had gets a cell that says why."""
    try:
        yield
    except Absent as absent:
        cells[who] = Missing(absent.kind, str(absent))


def _turn(row: Row, place: Place, work: Work, *, first: bool) -> Cost:
    """One turn; in the first, which is not timed, memory is watched and the file is looked at."""
    cost = work(watched=first)
    if first and row.whole and work.made:
        demand_whole(work.made, place.expected(row.edit, 1))
    return cost


def _measured(costs: Sequence[Cost], pages: int | None) -> Measured:
    first, *timed = costs
    return Measured(
        tuple(round(cost.wall, 4) for cost in timed),
        tuple(round(cost.cpu, 4) for cost in timed),
        round(first.memory, 1) if first.memory else None,
        pages,
    )
