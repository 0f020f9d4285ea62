"""A pool of real processes: every input is done once, whoever is killed."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import jobs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure.batch.answers import Done, Failure, InWorker, JobError, WorkerKilled
from brochure.batch.pool import Pool
from brochure.diagnostics import Problems


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2, jobs.nothing) as shared:
        yield shared


def outcomes(done: Iterator[Done[int, int]]) -> dict[int, object]:
    """By input; an input that comes twice fails the test."""
    found: dict[int, object] = {}
    for item in done:
        assert item.input not in found
        found[item.input] = item.outcome
    return found


def zygote(pool: Pool) -> int:
    return pool.submit(jobs.parent, 0).result(20)


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_every_input_is_done_once(pool: Pool) -> None:
    assert outcomes(pool.run(jobs.square, range(300))) == {n: n * n for n in range(300)}


@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_number_of_workers_changes_no_result(count: int) -> None:
    with Pool(count, jobs.nothing) as pool:
        assert outcomes(pool.run(jobs.slow_square, range(40))) == {n: n * n for n in range(40)}


def test_results_larger_than_a_pipe(pool: Pool) -> None:
    done = {item.input: item.result() for item in pool.run(jobs.large, range(20))}
    assert done == {n: jobs.large(n) for n in range(20)}


def test_workers_are_children_of_one_process_that_is_not_this_one(pool: Pool) -> None:
    parents = {item.result() for item in pool.run(jobs.parent, range(20))}
    assert len(parents) == 1
    assert os.getpid() not in parents


def test_a_worker_has_one_thread_and_nothing_to_read(pool: Pool) -> None:
    assert pool.submit(jobs.interpreter, 0).result(20) == (1, "")


def test_inputs_are_taken_only_when_a_worker_is_near(pool: Pool) -> None:
    taken = []

    def inputs() -> Iterator[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    done = pool.run(jobs.square, inputs())
    for count in range(1, 30):
        next(done)
        assert len(taken) <= count + 4
    done.close()
    assert len(taken) < 40


def test_the_caller_goes_on_while_the_parent_loads() -> None:
    began = time.monotonic()
    with Pool(1, jobs.loads_slowly) as pool:
        future = pool.submit(jobs.square, 3)
        assert time.monotonic() - began < 0.9  # it takes a second
        assert future.result(20) == 9


def test_several_threads_may_ask(pool: Pool) -> None:
    sums: list[int] = []

    def ask(start: int) -> None:
        done = pool.run(jobs.square, range(start, start + 50))
        sums.append(sum(item.result() for item in done))

    threads = [threading.Thread(target=ask, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(sums) == [sum(n * n for n in range(s, s + 50)) for s in (0, 100, 200)]


# --- exceptions ---------------------------------------------------------------------------------


def test_problems_come_back_with_all_findings_and_say_where(pool: Pool) -> None:
    with pytest.raises(Problems) as raised:
        pool.submit(jobs.raises, "problems").result(20)
    assert raised.value.diagnostics == jobs.PROBLEMS
    assert str(raised.value) == str(Problems(jobs.PROBLEMS))
    assert isinstance(raised.value.__cause__, InWorker)
    assert "jobs.py" in str(raised.value.__cause__)


@pytest.mark.parametrize(("name", "kind"), [("value", ValueError), ("exit", SystemExit)])
def test_an_exception_comes_back_as_itself(
    pool: Pool, name: str, kind: type[BaseException]
) -> None:
    done = next(pool.run(jobs.raises, [name]))
    assert isinstance(done.outcome, Failure)
    assert type(done.outcome.error) is kind
    with pytest.raises(kind):
        done.result()


def test_what_cannot_travel_comes_as_its_text(pool: Pool) -> None:
    with pytest.raises(JobError, match="far away"):
        pool.submit(jobs.raises, "hermit").result(20)
    with pytest.raises(Exception, match=r"lambda"):
        pool.submit(jobs.lambda_, 0).result(20)
    with pytest.raises(Exception, match=r"lambda"):
        pool.submit(lambda _: None, 0).result(20)
    assert pool.submit(jobs.square, 4).result(20) == 16


def test_what_cannot_be_loaded_is_raised_by_every_job() -> None:
    with Pool(2, jobs.cannot_load) as pool:
        for done in pool.run(jobs.square, range(5)):
            with pytest.raises(OSError, match=r"libpango-1\.0-0"):
                done.result()


def test_a_process_that_dies_while_loading_is_tried_twice_and_told() -> None:
    with Pool(2, jobs.dies_while_loading) as pool, pytest.raises(WorkerKilled):
        pool.submit(jobs.square, 1).result(20)


# --- killed -------------------------------------------------------------------------------------


def test_what_kills_its_worker_twice_is_a_failure_of_its_own_only(pool: Pool) -> None:
    found = outcomes(pool.run(jobs.poison, range(60)))
    killers = {n: str(value) for n, value in found.items() if isinstance(value, Failure)}
    assert set(killers) == {n for n in range(60) if n % 7 == 3}
    assert set(killers.values()) == {
        "WorkerKilled('SIGABRT')",
        "WorkerKilled('exit code 5')",
        "WorkerKilled('SIGKILL')",
    }
    assert all(found[n] == n for n in found if n not in killers)


def test_a_job_whose_worker_was_killed_is_done_by_another(pool: Pool, tmp_path: Path) -> None:
    assert pool.submit(jobs.kills_once, str(tmp_path)).result(20) == "second time"


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    pauses=st.lists(st.floats(0, 0.03), min_size=1, max_size=12),
    seed=st.integers(0, 1000),
    large=st.booleans(),
)
def test_whoever_is_killed_whenever_nothing_is_lost(
    pool: Pool, pauses: list[float], seed: int, large: bool
) -> None:
    """A job may be hit twice by chance and is then a failure; all others have their results."""
    parent, choice = zygote(pool), random.Random(seed)

    def kill() -> None:
        for pause in pauses:
            time.sleep(pause)
            if living := children(parent):
                with suppress(ProcessLookupError):  # somebody was faster
                    os.kill(choice.choice(living), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    function = jobs.large if large else jobs.slow_square
    found = outcomes(pool.run(function, range(60)))
    killer.join()
    assert set(found) == set(range(60))
    killed = [value for value in found.values() if isinstance(value, Failure)]
    assert all(isinstance(failure.error, WorkerKilled) for failure in killed)
    assert len(killed) * 2 <= len(pauses)
    assert all(found[n] in (function(n), *killed) for n in found)


def test_a_killed_parent_is_replaced() -> None:
    with Pool(2, jobs.nothing) as pool:
        first = zygote(pool)
        done = pool.run(jobs.slow_square, range(200))
        for _ in range(20):
            next(done)
        os.kill(first, signal.SIGKILL)
        assert len(outcomes(done)) == 180
        os.kill(pool.submit(jobs.pid, 0).result(20), signal.SIGKILL)
        os.kill(pool.submit(jobs.pid, 0).result(20), signal.SIGKILL)
        assert zygote(pool) != first


# --- renewed ------------------------------------------------------------------------------------


def test_a_worker_that_has_grown_leaves_after_its_job() -> None:
    with Pool(1, jobs.nothing, limit_mib=150) as pool:
        small = [item.result() for item in pool.run(jobs.grow, [1] * 8)]
        assert len(set(small)) == 1
        big = [item.result() for item in pool.run(jobs.grow, [60] * 8)]
        assert len(set(big)) > 2
        assert max(big.count(pid) for pid in big) <= 3
        until(lambda: len(children(zygote(pool))) == 1)  # no zombies


# --- ends ---------------------------------------------------------------------------------------


def test_closing_ends_all_at_once_and_cancels_what_is_not_done() -> None:
    with Pool(2, jobs.nothing) as pool:
        parent = zygote(pool)
        futures = [pool.submit(jobs.sleep, 60) for _ in range(5)]
        until(lambda: len(children(parent)) == 2)
        workers, began = children(parent), time.monotonic()
    assert time.monotonic() - began < 10
    assert all(future.cancelled() for future in futures)
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (parent, *workers)))
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(jobs.square, 1)


def test_closing_before_the_parent_has_loaded_waits_for_nobody() -> None:
    pool = Pool(2, jobs.loads_slowly)
    future = pool.submit(jobs.square, 1)
    pool.close()
    assert future.cancelled()
    pool.close()


def test_a_job_can_be_cancelled_while_it_waits(pool: Pool) -> None:
    first = [pool.submit(jobs.sleep, 0.2) for _ in range(2)]
    waiting = pool.submit(jobs.square, 2)
    assert waiting.cancel()
    assert [future.result(20) for future in first] == [None, None]
    assert pool.submit(jobs.square, 5).result(20) == 25
