"""`python -m benchmarks.records 100000`: reading, examining, planning and merging many records."""

import json
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from brochure import merging
from brochure.document.edition import Order
from brochure.merge.template import merge
from brochure.planning import plan
from brochure.project import Project

ROOT = Path(__file__).resolve().parent.parent
BRIEF = ROOT / "tests" / "merge" / "brief"
MERGED = 5_000


def main(count: int) -> None:
    """Print what each step took, in seconds, and the peak of memory in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), count)
        start = time.perf_counter()
        records = merging.records_of(project, "brief")
        read = time.perf_counter()
        report = merging.report_of(project, "brief")
        examined = time.perf_counter()
        editions = plan(project, Order())
        planned = time.perf_counter()
        template = merging.template_of(project, "brief", "de")
        asked = [records.record(index) for index in range(min(MERGED, count))]
        begun = time.perf_counter()
        for record in asked:
            merge(template, record)
        each = (time.perf_counter() - begun) / len(asked)
    figures = {
        "records": len(records),
        "editions": len(editions),
        "findings": len(report.lacks),
        "read": round(read - start, 2),
        "examined": round(examined - read, 2),
        "planned": round(planned - examined, 2),
        "merged, microseconds each": round(each * 1e6),
        "peak MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(figures, indent=1))


def _project(root: Path, count: int) -> Project:
    """The letter to every quarter, with as many quarters."""
    folder = root / "content" / "brief"
    shutil.copytree(BRIEF, folder)
    (folder / "pictures" / "quartiere").mkdir(parents=True)
    for name in ("styles", "fonts"):
        (root / name).symlink_to(ROOT / name)
    file = folder / "data" / "quartiere.csv"
    heading, *rows = file.read_text("utf-8-sig").splitlines()
    for row in rows:
        (folder / "pictures" / "quartiere" / row.split(";")[10]).touch()
    cells = [row.partition(";")[2] for row in rows[:-1]]  # the last is too small to be selected
    lines = (f"Quartier {number};{cells[number % len(cells)]}" for number in range(count))
    file.write_text("\n".join([heading, *lines]), "utf-8")
    return Project(root)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
