"""Build the brochure several times in one process and print the seconds of each as JSON."""

import gc
import json
import sys
import tempfile
import time
from pathlib import Path

from brochure import pipeline
from brochure.batch import building
from brochure.cli.build import SELDOM
from brochure.document.edition import Order
from brochure.project import Project


def repeat(times: int) -> list[dict[str, float]]:
    """Seconds of cpu and wall of each build; the first one is cold."""
    gc.set_threshold(*SELDOM)
    project = Project.find(Path.cwd())
    editions = pipeline.plan(
        project, Order(("botschaften",), formats=("a5-brochure",), profiles=("web",))
    )
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            cpu, wall = time.process_time(), time.perf_counter()
            for made in building.build(project, editions, Path(folder)):
                assert made.artifacts, made.diagnostics
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            seconds.append({"cpu": cpu, "wall": wall})
    return seconds


if __name__ == "__main__":
    print(json.dumps(repeat(int(sys.argv[1]))))
