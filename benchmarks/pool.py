"""What a pool of warm workers costs: `python -m benchmarks.pool`."""

import os
import re
import statistics
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from brochure.batch.pool import Pool
from brochure.batch.warmth import WarmEngine
from brochure.project import Project

ROUNDS = 7
EMPTY_JOBS = 2000
ROOT = Path(__file__).resolve().parent.parent
ME = "benchmarks.pool"


def pid(_: object) -> int:
    """The worker that did this job."""
    return os.getpid()


def parent(_: object) -> int:
    """The process that the workers are forked from."""
    return os.getppid()


def lay_out(name: str) -> int:
    """Lay out one message of the brochure; the worker that did it."""
    engine, pages = _brochure()
    engine.lay_out(pages[name])
    return os.getpid()


@cache
def _brochure() -> tuple[Any, dict[str, Any]]:
    from brochure.catalog import Format, Language
    from brochure.document.edition import Edition
    from brochure.html import Renderer, units_of
    from brochure.language import typeset
    from brochure.layout.loading import load_engine
    from brochure.planning import publication
    from brochure.reading import look_of, read_source

    project = Project(ROOT)
    source = read_source(project, Edition("botschaften", "de", "a5-brochure", ("web",)))
    settings, language = publication(project, "botschaften"), Language.named("de")
    format_ = Format.named("a5-brochure")
    look = look_of(project, settings.look, format_.kind)
    document = typeset(source.document, language)
    renderer = Renderer(settings, document, source, look, format_, language)
    pages = {unit.name: renderer.html(unit, "right", {}) for unit in units_of(document, format_)[0]}
    return load_engine(project.read, project.fonts), pages


def _memory(pid: int) -> str:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = {key: int(size) / 1024 for key, size in re.findall(r"^(Rss|Pss):\s+(\d+)", text, re.M)}
    return f"RSS {found['Rss']:.0f} MiB, PSS {found['Pss']:.0f} MiB"


def main() -> None:
    """Measure and print."""
    jobs_module = __import__(ME, fromlist=["pid"])  # workers import it by this name
    warm = WarmEngine(ROOT, ("de",), (ME, "brochure.reading", "brochure.html", "brochure.planning"))
    first, unit = [], []
    for _ in range(ROUNDS):
        began = perf_counter()
        with Pool(2, warm) as pool:
            pool.submit(jobs_module.pid, 0).result()
            first.append(perf_counter() - began)
            pool.submit(jobs_module.lay_out, "arbeit").result()
            unit.append(perf_counter() - began)
    print(f"first result of a cold pool: {statistics.median(first):.3f} s")
    print(f"first unit of a cold pool:   {statistics.median(unit):.3f} s")
    with Pool(2, warm) as pool:
        zygote = pool.submit(jobs_module.parent, 0).result()
        list(pool.run(jobs_module.pid, range(100)))
        began = perf_counter()
        workers = {done.result() for done in pool.run(jobs_module.pid, range(EMPTY_JOBS))}
        print(f"an empty job: {(perf_counter() - began) / EMPTY_JOBS * 1000:.3f} ms")
        print(f"parent: {_memory(zygote)}")
        print(f"worker, no job yet: {_memory(min(workers))}")
        names = ["arbeit", "formel", "gestalten", "stabil", "zukunft"] * 4
        began = perf_counter()
        workers = {done.result() for done in pool.run(jobs_module.lay_out, names)}
        print(f"a unit: {(perf_counter() - began) / len(names) * 1000:.0f} ms wall, two workers")
        for worker in workers:
            print(f"worker, after ten units: {_memory(worker)}")
    with Pool(1, warm, limit_mib=1) as pool:  # every worker leaves after its job
        list(pool.run(jobs_module.pid, range(10)))
        began = perf_counter()
        list(pool.run(jobs_module.pid, range(100)))
        print(f"a new worker for each job: {(perf_counter() - began) * 10:.1f} ms")


if __name__ == "__main__":
    main()
