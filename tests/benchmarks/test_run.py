"""Turns: A B A B, the first round watched and not counted; what can't be had has a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.absent import Lacking, NotYet
from benchmarks.place import Place
from benchmarks.rows import Row
from benchmarks.run import measure
from benchmarks.series import Measured, Missing
from benchmarks.work import Cost, Work

PLACE = Place(Path(), ())


@dataclass
class Scripted:
    """Work that writes down when it is done."""

    name: str
    diary: list[str]
    fails: int | None = None
    made: Path | None = None
    wall: float = field(default=0, init=False)

    def __call__(self, *, watched: bool = False) -> Cost:
        self.diary.append(self.name.upper() if watched else self.name)
        self.wall += 1
        if self.wall == self.fails:
            raise Lacking("a picture is not there")
        return Cost(self.wall, self.wall, 99 if watched else None)

    def close(self) -> None:
        self.diary.append(f"{self.name} ended")


def row(diary: list[str], **fails: int | None) -> Row:
    def maker(name: str) -> Callable[[Place], Work]:
        return lambda _: Scripted(name, diary, fails[name])

    return Row("row", "a row", {name: maker(name) for name in fails}, rounds=(2, 3))


def told(_: str) -> None:
    """Nobody listens."""


def test_everybody_has_a_turn_in_each_round() -> None:
    diary: list[str] = []
    measure(row(diary, a=None, b=None), PLACE, full=False, tell=told)
    assert diary == ["A", "B", "a", "b", "a", "b", "b ended", "a ended"]


def test_the_first_round_gives_memory_and_no_time() -> None:
    found = measure(row([], a=None), PLACE, full=True, tell=told)
    assert found == {"a": Measured((2, 3, 4), (2, 3, 4), 99)}


def test_a_file_that_lacks_content_is_reported_and_not_timed() -> None:
    diary: list[str] = []
    found = measure(row(diary, a=1, b=None), PLACE, full=False, tell=told)
    assert found["a"] == Missing("not whole", "a picture is not there")
    assert diary.count("a") == 0 and diary.count("b") == 2


def test_what_fails_in_the_middle_is_out_and_the_others_go_on() -> None:
    diary: list[str] = []
    found = measure(row(diary, a=2, b=None), PLACE, full=False, tell=told)
    assert isinstance(found["a"], Missing)
    assert found["b"] == Measured((2, 3), (2, 3), 99)
    assert diary[:5] == ["A", "B", "a", "b", "b"]


def test_what_brochure_cannot_do_yet_is_not_begun() -> None:
    def never(_: Place) -> Work:
        raise NotYet("there is no linker")

    found = measure(Row("row", "a row", {"brochure": never}), PLACE, full=False, tell=told)
    assert found == {"brochure": Missing("not yet", "there is no linker")}


def test_an_error_ends_the_series_and_what_runs() -> None:
    diary: list[str] = []

    def broken(_: Place) -> Work:
        raise RuntimeError("exit code 1")

    makers = {"a": lambda _: Scripted("a", diary), "b": broken}
    with pytest.raises(RuntimeError):
        measure(Row("row", "a row", makers), PLACE, full=False, tell=told)
    assert diary == ["a ended"]


def test_a_quick_series_may_leave_some_out() -> None:
    diary: list[str] = []
    both = row(diary, a=None, b=None)
    few = Row(both.name, both.title, both.makers, rounds=(1, 1), quick=("b",))
    assert list(measure(few, PLACE, full=False, tell=told)) == ["b"]
    assert list(measure(few, PLACE, full=True, tell=told)) == ["a", "b"]
