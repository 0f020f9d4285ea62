"""`make bench` and `make bench-full`: measure a series, print its report, keep it."""

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.machine import load, machine, versions
from benchmarks.place import Place
from benchmarks.report import report
from benchmarks.rows import ROWS
from benchmarks.run import measure
from benchmarks.series import Cell, Series, keep


def main() -> None:
    """Measure what is asked for."""
    asked = _arguments().parse_args()
    series = Series(
        day=date.today().isoformat(),
        scope="full" if asked.full else "quick",
        trial=asked.trial,
        machine={**machine(), "load before": load()},
        versions=versions(),
    )
    rows: dict[str, dict[str, Cell]] = {}
    with tempfile.TemporaryDirectory(prefix="brochure-bench-") as folder:
        place = Place.made_in(Path(folder))
        for row in ROWS:
            if row.rounds[asked.full] and row.name in (asked.rows or [row.name]):
                rows[row.name] = dict(measure(row, place, full=asked.full, tell=_tell))
    _tell("")
    series = replace(series, machine={**series.machine, "load after": load()}, rows=rows)
    print(report(series))
    if not asked.rows:
        keep(series)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", help="only these rows; then nothing is kept", default=[])
    parser.add_argument("--full", action="store_true", help="all rows, more rounds")
    parser.add_argument("--trial", action="store_true", help="kept, but never shown in the README")
    return parser


def _tell(words: str) -> None:
    """What goes on, on one line of the terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
