"""The first publication, built once for all tests and all workers."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.catalog import known

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
    folder = once(tmp_path_factory, worker_id, "editions", build)
    return folder / "botschaften" / "de"


@pytest.fixture(scope="session")
def in_all_formats(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the same text in every format of the catalogue."""
    folder = once(tmp_path_factory, worker_id, "formats", _build_all_formats)
    return folder / "output" / "botschaften" / "de"


def _build_all_formats(project: Path) -> None:
    for name in ("content", "fonts", "styles"):
        shutil.copytree(ROOT / name, project / name)
    settings = project / "content/botschaften/publication.yaml"
    listed = f"formats: [{', '.join(known('formats'))}]"
    settings.write_text(re.sub(r"formats: \[.*\]", listed, settings.read_text("utf-8")), "utf-8")
    build(project / "output", "--project", str(project), "--profile", "archive")
    leaflet = ("--format", "a6-cross-leaflet", "--profile", "print")
    build(project / "output", "--project", str(project), *leaflet)


def once(
    factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], object]
) -> Path:
    """A folder that the first worker makes and all others wait for."""
    base = factory.getbasetemp()
    shared = base if worker == "master" else base.parent
    folder, ready = shared / name, shared / f"{name}.ready"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + 240
        while not ready.exists():
            assert time.monotonic() < deadline, "another worker did not finish the build"
            time.sleep(0.1)
    else:
        make(folder)
        ready.touch()
    return folder
