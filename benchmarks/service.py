"""What the service saves: `python -m benchmarks.service`, while `brochure daemon` runs or not."""

import os
import subprocess
import sys
import tempfile

from benchmarks.measure import side_by_side, spread

ROUNDS = 7


def main() -> None:
    """Build the brochure with and without the service, and print the wall time of each."""
    brochure = [sys.executable, "-m", "brochure"]
    with tempfile.TemporaryDirectory() as folder:
        asked = ["botschaften", "--format", "a5-brochure", "--profile", "web", "--output", folder]
        build = [*brochure, "build", *asked]
        subprocess.run([*brochure, "daemon", "start"], check=True)
        alone = ["env", "BROCHURE_DAEMON=0", *build]
        runs = side_by_side({"served": build, "alone": alone}, os.environ, ROUNDS)
        subprocess.run([*brochure, "daemon", "stop"], check=True)
    for name, done in runs.items():
        print(f"{name}: {spread([run.wall for run in done])} s")


if __name__ == "__main__":
    main()
