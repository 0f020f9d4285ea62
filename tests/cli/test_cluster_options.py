"""What is said of a build by a cluster, and what is asked for wrongly."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from brochure.batch import dask_engine
from brochure.batch.absent import Absent
from brochure.batch.dask_engine import Done, How, Run
from brochure.batch.journal import Line
from brochure.cli.rate import Rate
from brochure.diagnostics import Diagnostic, Severity
from tests.cli.conftest import Call

DASK = ("build", "--engine", "dask")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """The jobs that were asked for; the first edition is made, the second fails."""
    jobs: list[Run] = []

    def run(job: Run) -> Iterator[Done | Diagnostic]:
        jobs.append(job)
        first, second = job.editions
        files = ({"name": "a.pdf", "sha256": "0"}, {"name": "a.png", "shows": "a.pdf"})
        yield Diagnostic.of("batch/begun-anew", None, Severity.NOTE)
        yield Done(How.MADE, Line(first, files))
        if job.cluster.scheduler:
            raise Absent([Diagnostic.of("batch/scheduler-lost")])
        finding = Diagnostic.of("batch/job-killed", None, name="x", how="SIGSEGV")
        yield Done(How.FAILED, Line(second, findings=(finding,)))

    monkeypatch.setattr(dask_engine, "run", run)
    return jobs


@pytest.mark.parametrize(
    ("words", "store", "results"),
    [
        ((), "/output/.brochure", "/output"),
        (("--output", "here"), "/here/.brochure", "/here"),
        (("--store", "there"), "/there", "/there/output"),
        (("--store", "there", "--output", "here"), "/there", "/here"),
        (("--store", "s3://a/b/"), "s3://a/b", "s3://a/b/output"),
    ],
)
def test_where_files_go(
    words: tuple[str, ...], store: str, results: str, call: Call, asked: list[Run], project: Any
) -> None:
    call(*DASK, *words)
    found = [url.removeprefix(str(project)) for url in (asked[0].store, asked[0].results)]
    assert found == [store, results]
    assert asked[0].shares_fragments == ("--store" in words)


def test_what_is_asked_for_is_handed_on(call: Call, asked: list[Run]) -> None:
    options = ("--jobs", "3", "--strict", "--max-failures", "7", "--memory-limit", "1GiB")
    call(*DASK, *options)
    (job,) = asked
    assert (job.cluster.workers, job.cluster.memory) == (3, 1024**3)
    assert (job.strict, job.most_failures) == (True, 7)


def test_failures_are_told_with_their_names(call: Call, asked: list[Run]) -> None:
    found = call(*DASK)
    assert found.exit_code == 3
    assert "a.pdf" in found.stdout and "a.png" not in found.stdout
    assert "(SIGSEGV)" in found.stderr and "botschaften/de/dl-leaflet" in found.stderr
    assert "1 edition made" in found.stderr
    report = json.loads(call(*DASK, "--report", "json").stdout)
    assert report["counts"] == {"asked": 2, "made": 1, "failed": 1}
    (failure,) = report["failures"]
    assert failure["format"] == "dl-leaflet"
    assert [item["code"] for item in failure["diagnostics"]] == ["batch/job-killed"]


def test_too_many_failures_are_told(call: Call, asked: list[Run]) -> None:
    found = call(*DASK, "--max-failures", "1")
    assert found.exit_code == 3
    assert "Stopped after 1 failure," in found.stderr
    assert "Stopped" not in call(*DASK, "--max-failures", "2").stderr


def test_a_run_that_stops_says_what_is_left(call: Call, asked: list[Run]) -> None:
    found = call(*DASK, "--scheduler", "tcp://x", LANG="de_DE.UTF-8")
    assert found.exit_code == 4
    assert "Der Scheduler ist weg" in found.stderr
    assert "Noch zu machen: 1 Ausgabe" in found.stderr


def test_without_the_libraries_it_says_what_to_type(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    found = call(*DASK)
    assert found.exit_code == 4
    assert "pip install 'brochure[dask]'" in found.stderr


@pytest.mark.parametrize("words", [("--scheduler", "x"), ("--max-failures", "1"), ("--store", "x")])
def test_options_of_a_cluster_need_one(words: tuple[str, ...], call: Call) -> None:
    found = call("build", *words)
    assert found.exit_code == 2
    assert f'"{words[0]}"' in found.stderr


def test_a_limit_that_is_no_size(call: Call) -> None:
    assert call(*DASK, "--memory-limit", "much").exit_code == 2


def test_rate_and_rest() -> None:
    now = [0.0]
    rate = Rate(1000, lambda: now[0])
    rate.add(by_work=False)
    assert rate.words() == {"rate": "–", "rest": "–"}
    for _ in range(300):
        now[0] += 0.25
        rate.add()
    assert rate.a_second == pytest.approx(4.0)
    assert rate.words()["rest"] == "2:55"
