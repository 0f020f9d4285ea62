"""Whoever is killed whenever: called again, every file is there once, with the bytes of a build."""

import json
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from clusters import Cluster, brochure, started
from jobs import trivial

from brochure.batch import cluster as clusters
from brochure.batch.absent import Absent
from brochure.batch.cluster_job import do
from brochure.batch.dask_engine import Done, Run, run
from brochure.batch.store import store_at
from brochure.batch.workplace import Place, own_versions
from brochure.diagnostics import Diagnostic
from brochure.document.edition import Edition
from brochure.project import Project

pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own, in its threads
LETTERS = ("--profile", "web", "--records", "1-6")


def tree(folder: Path) -> dict[str, bytes]:
    """All files that a person meets, by name."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if path.is_file() and not name.startswith(".brochure/")
    }


def ended(call: "Any") -> tuple[int, dict[str, Any]]:
    """The exit code of a call, and its report."""
    out, err = call.communicate(timeout=60)
    assert "Traceback" not in err, err
    return call.returncode, json.loads(out) if out.startswith("{") else {"err": err}


@pytest.fixture(scope="session")
def expected(letters: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build without any cluster makes."""
    output = tmp_path_factory.mktemp("expected")
    assert ended(brochure(letters, *LETTERS, "--output", str(output)))[0] == 0
    return tree(output)


@pytest.fixture
def call(letters: Path, tmp_path: Path) -> Callable[..., Any]:
    """Calls `brochure build --engine dask` into this test's folder."""

    def call(*words: str) -> Any:
        where = ("--output", str(tmp_path / "out"), "--report", "json", "--engine", "dask")
        return brochure(letters, *LETTERS, *where, *words)

    return call


def wait_for_the_first(folder: Path, count: int = 1) -> None:
    for _ in range(400):
        if len(list(folder.glob("brief/de/*.pdf"))) >= count:
            return
        time.sleep(0.05)
    raise AssertionError("nothing is made")


def codes(report: dict[str, Any]) -> list[str]:
    return [item["code"] for item in report["diagnostics"]]


def test_a_store_on_the_network(
    letters: Path, cluster: Cluster, s3: str, expected: dict[str, bytes]
) -> None:
    """The second call asks for more: what the first has made is kept."""
    url = f"{s3}/letters"
    words = ("--engine", "dask", "--scheduler", cluster.address, "--store", url)
    options = (*words, "--profile", "web", "--report", "json")
    code, report = ended(brochure(letters, *options, "--records", "1-3"))
    assert (code, report["counts"]) == (0, {"asked": 3, "made": 3}), report
    code, report = ended(brochure(letters, *options, "--records", "1-6"))
    assert (code, report["counts"]) == (0, {"asked": 6, "kept": 3, "made": 3}), report
    store = store_at(url)
    made = {name.removeprefix("output/"): store.read(name) for name in store.list("output")}
    assert made == expected


def test_fragments_are_shared(letters: Path, cluster: Cluster, s3: str) -> None:
    """What one machine has laid out, another takes from the store (`tests/test_cache.py`)."""
    words = ("--engine", "dask", "--scheduler", cluster.address, "--store", f"{s3}/minimal")
    code, report = ended(brochure(letters, "minimal", *words, "--report", "json"))
    assert code == 0, report
    store = store_at(f"{s3}/minimal")
    kept = {store.read(name) for name in store.list("fragments")}
    assert kept and list(store.list("read"))
    here = cluster.folder.glob("worker-*/fragments/*.bin")
    assert {path.read_bytes() for path in here} >= kept


@pytest.mark.parametrize("embedded", [True, False])
def test_a_client_that_is_killed(
    embedded: bool,
    call: Callable[..., Any],
    cluster: Cluster,
    tmp_path: Path,
    expected: dict[str, bytes],
) -> None:
    words = ("--jobs", "2") if embedded else ("--scheduler", cluster.address)
    begun = call(*words)
    wait_for_the_first(tmp_path / "out")
    processes = psutil.Process(begun.pid).children(recursive=True)
    begun.kill()
    begun.communicate()
    code, report = ended(call(*words))
    assert code == 0 and report["counts"]["asked"] == 6, report
    assert tree(tmp_path / "out") == expected
    assert len(processes) >= 2 * embedded
    assert not psutil.wait_procs(processes, timeout=10)[1]
    code, report = ended(call(*words))
    assert (code, report["counts"]) == (0, {"asked": 6, "kept": 6}), report


def test_a_person_who_stops_it(call: Callable[..., Any], tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of a terminal; the client alone heeds it, and ends the rest."""
    begun = call("--jobs", "2")
    wait_for_the_first(tmp_path / "out", 3)
    processes = psutil.Process(begun.pid).children(recursive=True)
    os.killpg(begun.pid, signal.SIGINT)
    code, report = ended(begun)
    assert code == 130 and codes(report) == ["cli/interrupted"], report
    assert not psutil.wait_procs(processes, timeout=10)[1]
    assert list((tmp_path / "out/.brochure/journal").rglob("*.jsonl"))  # what was made is noted


def test_a_worker_that_is_killed(
    call: Callable[..., Any], cluster: Cluster, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    begun = call("--scheduler", cluster.address)
    wait_for_the_first(tmp_path / "out")
    nanny = psutil.Process(cluster.programs[-1].pid)
    for worker in nanny.children():
        worker.kill()
    code, report = ended(begun)
    assert (code, report["counts"]) == (0, {"asked": 6, "made": 6}), report
    assert tree(tmp_path / "out") == expected


def test_a_scheduler_that_is_killed(
    call: Callable[..., Any], cluster: Cluster, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    folder = tmp_path / "cluster"
    folder.mkdir()
    with started(folder, os.environ, workers=1) as lost:
        begun = call("--scheduler", lost.address)
        wait_for_the_first(tmp_path / "out")
        lost.kill_scheduler()
        code, report = ended(begun)
    assert code == 4 and "batch/scheduler-lost" in codes(report), report
    made = report["counts"].get("made", 0)
    assert made < 6
    code, report = ended(call("--scheduler", cluster.address))
    assert (code, report["counts"].get("kept", 0)) == (0, made), report
    assert tree(tmp_path / "out") == expected


def test_files_that_were_spoilt_or_removed_are_made_again(
    call: Callable[..., Any], cluster: Cluster, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    """First a file lies in the folder's place: what workers can't write ends the run at once."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/brief").write_text("in the way")
    code, report = ended(call("--scheduler", cluster.address))
    assert code == 4 and codes(report) == ["output/failed", "batch/unfinished"], report
    (tmp_path / "out/brief").unlink()
    assert ended(call("--scheduler", cluster.address))[0] == 0
    first, second, *_ = sorted((tmp_path / "out/brief/de").glob("*.pdf"))
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1] + b"?")
    code, report = ended(call("--scheduler", cluster.address))
    assert (code, report["counts"]) == (0, {"asked": 6, "kept": 4, "made": 2}), report
    assert tree(tmp_path / "out") == expected


def test_a_letter_that_needs_too_much_memory_fails_alone(
    letters: Path, cluster: Cluster, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(letters, project)
    template = project / "styles/ermoeglicher/templates/leaflet/art.html.j2"
    bomb = "{% if 'Hordel' in document.title %}{{ document.title * 900000000 }}{% endif %}"
    template.write_text(template.read_text("utf-8") + bomb, "utf-8")
    words = ("--output", str(tmp_path / "out"), "--report", "json", "--engine", "dask")
    limit = ("--scheduler", cluster.address, "--memory-limit", "1GiB")
    code, report = ended(brochure(project, *words, *limit, "--profile", "web", "--records", "1-3"))
    assert (code, report["counts"]) == (3, {"asked": 3, "made": 2, "failed": 1}), report
    assert codes(report) == ["batch/job-memory"]
    (failure,) = report["failures"]
    assert failure["record"] == "Hordel"
    assert len(list((tmp_path / "out/brief/de").glob("*.pdf"))) == 2


# --- tasks that take no time, so that only the engine is tried ---------------------------------


@pytest.fixture
def job(letters: Path, cluster: Cluster, tmp_path: Path) -> Callable[[Sequence[str]], Run]:
    def job(records: Sequence[str]) -> Run:
        editions = [
            Edition("brief", "de", "dl-leaflet", ("web",), record, record) for record in records
        ]
        where = clusters.Cluster(cluster.address)
        results = str(tmp_path / "out")
        return Run(Project(letters), editions, str(tmp_path / "store"), results, where)

    return job


def done(job: Run) -> list[Done]:
    return [item for item in run(job, trivial) if isinstance(item, Done)]


def test_poison_fails_alone_and_says_how(job: Callable[..., Run], tmp_path: Path) -> None:
    poison = {
        "segfault-1": "batch/job-killed",
        "memory-1": "batch/job-memory",
        "fault-1": "batch/job-failed",
        "wrong-1": "content/figure-alt",
        "segfault-2": "batch/job-killed",
    }
    records = [f"well-{number}" for number in range(20)]
    for at, name in enumerate(poison):
        records.insert(at * 4, name)
    found = {item.line.edition.record: item for item in done(job(records))}
    assert len(found) == len(records)
    assert {
        name: item.line.findings[0].code for name, item in found.items() if item.how == "failed"
    } == poison
    values = dict(found["segfault-1"].line.findings[0].values)
    assert values["how"] == "SIGSEGV" and "segfault-1" in values["name"]
    assert len(list((tmp_path / "out/brief/de").glob("well-*.txt"))) == 20
    again = done(job(records))  # what failed is tried again, the rest is kept
    assert sorted(
        item.line.edition.record or "" for item in again if item.how == "failed"
    ) == sorted(poison)
    assert sum(item.how == "kept" for item in again) == 20


def test_too_many_failures_end_a_run_and_what_is_done_stays(
    job: Callable[..., Run], tmp_path: Path
) -> None:
    records = [f"{'wrong' if number % 2 else 'well'}-{number:03}" for number in range(200)]
    limited = replace(job(records), most_failures=3)
    over = done(limited)
    failed = sum(item.how == "failed" for item in over)
    made = [item for item in over if item.how == "made"]
    assert 3 <= failed <= 12 and len(over) < 30
    folder = tmp_path / "out/brief/de"
    assert all((folder / f"{item.line.edition.record}.txt").exists() for item in made)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert len(manifest["files"]) == len(made)
    well = [item for item in limited.editions if "well" in (item.record or "")]
    again = done(replace(limited, editions=well))
    assert sum(item.how == "kept" for item in again) == len(made)
    assert len(again) == len(well)


def test_a_job_made_otherwise_is_begun_anew_with_a_word(job: Callable[..., Run]) -> None:
    first = job(["well-1", "well-2"])
    assert [item.how for item in done(first)] == ["made", "made"]
    word, *rest = run(replace(first, strict=True), trivial)
    assert isinstance(word, Diagnostic) and word.code == "batch/begun-anew"
    assert [item.how for item in rest if isinstance(item, Done)] == ["made", "made"]
    assert [item.how for item in done(first)] == ["kept", "kept"]


def test_a_store_that_workers_do_not_see(job: Callable[..., Run]) -> None:
    unseen = replace(job(["well-1"]), store="memory://here", results="memory://here/output")
    with pytest.raises(Absent) as absent:
        done(unseen)
    assert [item.code for item in absent.value.diagnostics] == ["batch/store-unseen"]


def test_other_versions_are_told_before_anything_is_made(
    job: Callable[..., Run], cluster: Cluster, tmp_path: Path
) -> None:
    (tmp_path / "other/library-9.dist-info").mkdir(parents=True)
    cluster.start_worker("other", PYTHONPATH=str(tmp_path / "other"))
    try:
        from distributed import Client

        with Client(cluster.address, set_as_default=False) as client:
            client.wait_for_workers(3, 30)
        with pytest.raises(Absent) as absent:
            done(job(["well-1"]))
    finally:
        other = cluster.programs.pop()
        os.killpg(other.pid, signal.SIGKILL)
        other.wait()
    assert [item.code for item in absent.value.diagnostics] == ["batch/other-versions"]
    assert not (tmp_path / "out/brief").exists()


def test_a_worker_that_comes_late_with_other_versions_makes_nothing(tmp_path: Path) -> None:
    python, everything = own_versions()
    place = Place("0", str(tmp_path), str(tmp_path), (python, everything[::-1]), ("de",))
    with pytest.raises(Absent):
        do(place, Edition("a", "de", "b", ("web",)), trivial)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 1)
    monkeypatch.setattr(clusters, "WORKER_SECONDS", 1)
    yield


def test_no_scheduler(job: Callable[..., Run], impatient: None) -> None:
    with pytest.raises(Absent) as absent:
        done(replace(job(["well-1"]), cluster=clusters.Cluster("tcp://127.0.0.1:9")))
    assert [item.code for item in absent.value.diagnostics] == ["batch/no-scheduler"]


def test_no_workers(job: Callable[..., Run], impatient: None, tmp_path: Path) -> None:
    (tmp_path / "cluster").mkdir()
    with (
        started(tmp_path / "cluster", os.environ, workers=0) as empty,
        pytest.raises(Absent) as absent,
    ):
        done(replace(job(["well-1"]), cluster=clusters.Cluster(empty.address)))
    assert [item.code for item in absent.value.diagnostics] == ["batch/no-workers"]
