"""What the service saves: `python -m benchmarks.service`, while `brochure daemon` runs or not."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from time import perf_counter

ROUNDS = 7


def main() -> None:
    """Build the brochure with and without the service, and print the wall time of each."""
    brochure = [sys.executable, "-m", "brochure"]
    with tempfile.TemporaryDirectory() as folder:
        asked = ["botschaften", "--format", "a5-brochure", "--profile", "web", "--output", folder]
        build = [*brochure, "build", *asked]
        subprocess.run([*brochure, "daemon", "start"], check=True)
        runs: dict[str, list[float]] = {"served": [], "alone": []}
        for _ in range(ROUNDS):
            runs["served"].append(_wall(build, "1"))
            runs["alone"].append(_wall(build, "0"))
        subprocess.run([*brochure, "daemon", "stop"], check=True)
    for name, seconds in runs.items():
        least, most = min(seconds), max(seconds)
        print(f"{name}: {statistics.median(seconds):.2f} s ({least:.2f}–{most:.2f})")


def _wall(command: Sequence[str], service: str) -> float:
    began = perf_counter()
    environment = {**os.environ, "BROCHURE_DAEMON": service, "BROCHURE_CACHE": ""}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return perf_counter() - began


if __name__ == "__main__":
    main()
