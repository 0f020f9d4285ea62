"""Tasks in flight, with a cluster that does what the test says."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from distributed import KilledWorker

from brochure.batch import flights
from brochure.batch.absent import Absent
from brochure.batch.flights import AHEAD, TRIES, Flights, Task, WorkersLost

pytestmark = pytest.mark.filterwarnings("ignore")


class FakeFuture:
    def __init__(self, key: str, outcome: Any) -> None:
        self.key, self.outcome, self.released = key, outcome, False

    def add_done_callback(self, callback: Callable[[Any], None]) -> None:
        callback(self)

    def result(self) -> Any:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def release(self) -> None:
        self.released = True


class FakeClient:
    """Two threads; does a task at once, or fails as it is told to."""

    def __init__(self, threads: int = 2) -> None:
        self.threads, self.keys, self.submitted = threads, count(), 0

    def nthreads(self) -> dict[str, int]:
        return {"worker": self.threads} if self.threads else {}

    def submit(self, function: Callable[..., Any], *values: Any, pure: bool) -> FakeFuture:
        self.submitted += 1
        try:
            outcome = function(*values)
        except Exception as error:
            outcome = error
        return FakeFuture(f"key-{next(self.keys)}", outcome)


def killed() -> KilledWorker:
    return KilledWorker("key", SimpleNamespace(address="tcp://x", name="x"), 3)


def fly(client: FakeClient, function: Callable[[int], Any], items: range) -> dict[int, Any]:
    tasks = (Task(item, function, (item,)) for item in items)
    return dict(Flights(client).fly(tasks))  # type: ignore[arg-type]


def test_each_task_is_done_once() -> None:
    client = FakeClient()
    assert fly(client, lambda number: number * 2, range(50)) == {n: n * 2 for n in range(50)}
    assert client.submitted == 50


def test_only_some_are_in_flight() -> None:
    client, taken = FakeClient(), count()
    tasks = (Task(next(taken), abs, (1,)) for _ in range(1000))
    landed = Flights(client).fly(tasks)  # type: ignore[arg-type]
    next(landed)
    assert next(taken) == client.threads * AHEAD


def test_an_innocent_task_is_tried_again_and_a_guilty_one_is_told() -> None:
    tries = dict.fromkeys(range(3), 0)

    def function(number: int) -> str:
        tries[number] += 1
        if number == 2 or (number == 1 and tries[number] < TRIES):
            raise killed()
        return "well"

    found = fly(FakeClient(), function, range(3))
    assert (found[0], found[1]) == ("well", "well")
    assert isinstance(found[2], WorkersLost)
    assert tries == {0: 1, 1: TRIES, 2: TRIES}


@pytest.mark.parametrize("error", [CancelledError(), OSError("closed"), TimeoutError()])
def test_a_lost_scheduler_ends_the_flight(error: Exception) -> None:
    def function(number: int) -> int:
        raise error

    with pytest.raises(Absent) as absent:
        fly(FakeClient(), function, range(3))
    assert [item.code for item in absent.value.diagnostics] == ["batch/scheduler-lost"]


def test_what_concerns_all_ends_the_flight_as_it_is() -> None:
    def function(number: int) -> int:
        raise Absent.extra()

    with pytest.raises(Absent) as absent:
        fly(FakeClient(), function, range(3))
    assert [item.code for item in absent.value.diagnostics] == ["batch/no-dask"]


def test_a_cluster_without_workers_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flights, "PAUSE", 0.01)
    client, asked = FakeClient(threads=0), count()

    def nthreads() -> dict[str, int]:
        return {"worker": 1} if next(asked) > 3 else {}

    client.nthreads = nthreads  # type: ignore[method-assign]
    assert fly(client, abs, range(3)) == {0: 0, 1: 1, 2: 2}


def test_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flights, "PAUSE", 0.01)
    monkeypatch.setattr(flights, "PATIENCE", 0.05)
    with pytest.raises(Absent) as absent:
        fly(FakeClient(threads=0), abs, range(3))
    assert [item.code for item in absent.value.diagnostics] == ["batch/no-workers"]


def test_a_flight_that_is_grounded_lets_the_others_land() -> None:
    client = FakeClient()
    flight = Flights(client)  # type: ignore[arg-type]
    landed = []
    for item, _ in flight.fly(Task(number, abs, (number,)) for number in range(1000)):
        landed.append(item)
        flight.ground()
    assert len(landed) == client.submitted == client.threads * AHEAD
