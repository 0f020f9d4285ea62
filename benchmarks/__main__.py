"""`make bench`: cold, warm and in a batch, beside plain WeasyPrint; a table and a JSON file."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Run, side_by_side, spread

ROUNDS = 7
BATCH = 10
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure, print the table, write `output/benchmark.json`."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "fonts" / "fonts.conf")}
    with tempfile.TemporaryDirectory() as folder:
        html = ROOT / "output" / "benchmark.html"
        python = sys.executable
        run_once = [python, "-m", "benchmarks.plain_html", str(html)]
        side_by_side({"html": run_once}, environment, 1)
        runs = side_by_side(
            {
                "brochure, cold": _build([python, "-m", "brochure"], folder),
                "brochure, cold, cache empty": _build([python, "-m", "benchmarks.first"], folder),
                "brochure --help": [python, "-m", "brochure", "--help"],
                "weasyprint, cold": _plain(python, html, folder),
                f"brochure, {BATCH} in one process": [
                    python,
                    "-m",
                    "benchmarks.repeat",
                    str(BATCH),
                ],
            },
            environment,
            ROUNDS,
        )
    _report(runs, _tagging(python, environment))


def _tagging(python: str, environment: dict[str, str]) -> dict[str, float]:
    """Seconds of cpu for the tree and the finish, by `benchmarks.tree`."""
    command = [python, "-m", "benchmarks.tree", str(ROUNDS)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _build(command: list[str], folder: str) -> list[str]:
    asked = ["botschaften", "--format", "a5-brochure", "--profile", "web"]
    return [*command, "build", *asked, "--output", folder]


def _plain(python: str, html: Path, folder: str) -> list[str]:
    options = ["--pdf-variant", "pdf/ua-1", "--base-url", f"{ROOT}/"]
    return [python, "-m", "weasyprint", *options, str(html), f"{folder}/plain.pdf"]


def _report(runs: dict[str, list[Run]], tagging: dict[str, float]) -> None:
    print("| | cpu s | wall s | peak MiB |\n|---|---|---|---|")
    result: dict[str, object] = {}
    for name, done in runs.items():
        share = BATCH if "one process" in name else 1
        cpu = spread([run.cpu / share for run in done])
        wall = spread([run.wall / share for run in done])
        peak = spread([run.peak for run in done])
        result[name] = {"cpu": cpu, "wall": wall, "peak": peak}
        columns = [f"{v['median']:.2f} ({v['min']:.2f}–{v['max']:.2f})" for v in (cpu, wall)]
        print(f"| {name}, each | {' | '.join(columns)} | {peak['median']:.0f} |")
    ours, plain = runs["brochure, cold"], runs["weasyprint, cold"]
    for figure in ("cpu", "wall"):
        ratios = [getattr(a, figure) / getattr(b, figure) for a, b in zip(ours, plain, strict=True)]
        result[f"ratio {figure}"] = spread(ratios)
        print(f"ratio of {figure}, brochure / weasyprint, pair by pair: {spread(ratios)}")
    extra = tagging["tagged"] - tagging["untagged"] + tagging["loading pikepdf"]
    on_top = extra / (spread([run.cpu for run in ours])["median"] - extra)
    result["tagging"] = {**tagging, "share": round(on_top, 3)}
    print(
        f"tree, links and finish: {extra:.3f} s, {on_top:.1%} on top of a cold build without them"
    )
    (ROOT / "output" / "benchmark.json").write_text(json.dumps(result, indent=1) + "\n")


main()
