"""`python -m benchmarks.cluster 5000`: so many records by a cluster of this machine, and a model.

It prints rate and memory for each tenth of the run, what a finished record takes on the disk, and
what a run of 100,000 would cost by that.
"""

import csv
import json
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from PIL import Image

from brochure.batch.cluster import Cluster
from brochure.batch.dask_engine import Done, Run, run
from brochure.batch.journal import Line
from brochure.batch.store import store_at
from brochure.batch.workplace import Place
from brochure.document.edition import Edition, Order
from brochure.planning import plan
from brochure.project import Project

ROOT = Path(__file__).resolve().parent.parent
BRIEF = ROOT / "tests" / "merge" / "brief"
WORKERS, TENTHS, MANY, EMPTY = 2, 10, 100_000, 1_000
MIB = 1024 * 1024
MEMORY = 1024 * MIB


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BROCHURE_CACHE"] = f"{folder}/cache"
        project = letters(Path(folder, "project"), count)
        began = perf_counter()
        editions = plan(project, Order(profiles=("web",)))
        planned = perf_counter() - began
        print(f"planned: {len(editions)} editions in {planned:.1f} s", flush=True)
        seconds = measured(project, editions, Path(folder, "output"))
        print_sizes(Path(folder, "output"), count)
        began = perf_counter()
        kept = list(run(job(project, editions, Path(folder, "output"))))
        print(f"called again: {len(kept)} kept in {perf_counter() - began:.1f} s", flush=True)
        wall, cpu = empty(project, editions, Path(folder, "empty"))
    print(
        f"an edition that takes no time: {wall * 1e3:.1f} ms wall, {cpu * 1e3:.1f} ms cpu of client"
    )
    hours = seconds / count * MANY * WORKERS / 3600
    print(f"{MANY:,} records: {hours:.1f} hours of a core, at most {1 / cpu:.0f} a second a client")


def letters(root: Path, count: int) -> Project:
    """The letter to every quarter, with as many quarters."""
    folder = root / "content" / "brief"
    shutil.copytree(BRIEF, folder)
    for name in ("styles", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    file = folder / "data" / "quartiere.csv"
    heading, *rows = file.read_text("utf-8-sig").splitlines()
    pictures = folder / "pictures" / "quartiere"
    pictures.mkdir(parents=True)
    for number, row in enumerate(csv.DictReader([heading, *rows], delimiter=";")):
        Image.new("RGB", (600, 400), (10 * number, 120, 200)).save(pictures / row["foto"])
    cells = [row.partition(";")[2] for row in rows[:-1]]  # the last is too small to be selected
    lines = (f"Quartier {number};{cells[number % len(cells)]}" for number in range(count))
    file.write_text("\n".join([heading, *lines]), "utf-8")
    return Project(root)


def job(project: Project, editions: Sequence[Edition], output: Path) -> Run:
    """A run by processes of this machine; its store lies in the output folder."""
    cluster = Cluster(None, WORKERS, MEMORY)
    return Run(project, editions, str(output / ".brochure"), str(output), cluster)


def measured(project: Project, editions: Sequence[Edition], output: Path) -> float:
    """The seconds from the first edition that was done to the last; prints each tenth."""
    done, part = 0, max(1, len(editions) // TENTHS)
    start = last = 0.0
    with Sampled() as sampled:
        began = perf_counter()
        for item in run(job(project, editions, output)):
            assert isinstance(item, Done) and item.line.is_done, item
            done += 1
            if done == 1:
                start = last = perf_counter()
                print(f"first edition after {start - began:.1f} s", flush=True)
            if done % part == 0:
                rate, last = part / (perf_counter() - last), perf_counter()
                print(f"{done:6}  {rate:5.2f} a second  {sampled.words()}", flush=True)
        print(f"manifests and goodbye: {perf_counter() - last:.1f} s")
    return last - start


class Sampled:
    """Memory of this process and of all that it has started, looked at every few seconds."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._all = self._own = self._largest = 0.0

    def __enter__(self) -> "Sampled":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def words(self) -> str:
        """The greatest values since the last question."""
        text = (
            f"all {self._all:.0f} MiB (PSS), client {self._own:.0f}, "
            f"largest other {self._largest:.0f} (RSS)"
        )
        self._all = self._own = self._largest = 0.0
        return text

    def _look(self) -> None:
        import psutil

        me = psutil.Process()
        while not self._over.wait(3):
            found = [_memory(process) for process in (me, *me.children(recursive=True))]
            self._own = max(self._own, found[0][1])
            self._largest = max(self._largest, *(rss for _, rss in found[1:]), 0)
            self._all = max(self._all, sum(pss for pss, _ in found))


def _memory(process: Any) -> tuple[float, float]:
    import psutil

    try:
        found = process.memory_full_info()
    except psutil.Error:  # it has just ended
        return 0.0, 0.0
    return found.pss / MIB, found.rss / MIB


def print_sizes(output: Path, count: int) -> None:
    """Bytes a record, by what they are for."""
    sizes: dict[str, int] = {}
    for path in output.rglob("*"):
        if path.is_file():
            parts = path.relative_to(output).parts
            kind = f"store: {parts[1]}" if parts[0] == ".brochure" else path.suffix or path.name
            sizes[kind] = sizes.get(kind, 0) + path.stat().st_size
    for kind, size in sorted(sizes.items()):
        print(f"{kind:16} {size / MIB:8.1f} MiB  {size / count / 1000:7.2f} kB a record")


def nothing(task: tuple[Place, Edition]) -> Line:
    """An edition that takes no time."""
    place, edition = task
    data = str(edition.record).encode()
    name = f"{edition.name}.txt"
    store_at(place.results).write(f"{edition.folder}/{name}", data)
    entry = {"name": name, "sha256": sha256(data).hexdigest(), "bytes": len(data)}
    return Line(edition, (json.loads(json.dumps(entry)),))


def empty(project: Project, editions: Sequence[Edition], output: Path) -> tuple[float, float]:
    """What the engine itself costs an edition: seconds of the clock, and of this process."""
    from benchmarks import cluster  # workers import it by this name

    start, cpu, few = 0.0, 0.0, list(editions)[:EMPTY]
    for number, _ in enumerate(run(job(project, few, output), cluster.nothing)):
        if number == 0:
            start, cpu = perf_counter(), process_time()
        if number == len(few) - 1:
            return (perf_counter() - start) / len(few), (process_time() - cpu) / len(few)
    return 0.0, 0.0


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
