"""The first publication, built once for all tests and all workers."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(output: Path, *words: str, **environment: str) -> None:
    """Build everything into a folder, as a person would."""
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "build", "--strict", "--output", str(output), *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built German edition."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, ready = shared / "editions", shared / "editions.ready"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + 120
        while not ready.exists():
            assert time.monotonic() < deadline, "another worker did not finish the build"
            time.sleep(0.1)
    else:
        build(folder)
        ready.touch()
    return folder / "botschaften" / "de"
