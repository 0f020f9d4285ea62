"""Typst by its Python package: compiled in a new process, and by one Compiler that is used again.

`brochure.typ` is the same publication in Typst's own language; its words come from `content.json`.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import ROOT
from benchmarks.absent import Absent

NAME = "Typst"
SOURCE = "content.json"
MAIN = "brochure.typ"
STANDARD = "ua-1"
PYTHON = ROOT / ".cache/compare/bin/python"


def version() -> str:
    """The version of its package."""
    code = "import typst; print(typst.__version__)"
    words = [str(python()), "-c", code]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def python() -> Path:
    """The Python that it is installed for."""
    if not PYTHON.exists():
        raise Absent("`make bench-peers` installs it")
    return PYTHON


def cold(folder: Path, target: Path) -> Sequence[str]:
    """A Python that imports it and compiles; its own program is not on PyPI."""
    return [str(python()), "-m", __name__, str(folder), str(target)]


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """One Compiler for all files."""
    import typst

    compiler = typst.Compiler(
        str(folder / MAIN), font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True
    )

    def make() -> bytes:
        made: bytes = compiler.compile(pdf_standards=[STANDARD])
        return made

    yield make


if __name__ == "__main__":
    with warm(Path(sys.argv[1])) as once:
        Path(sys.argv[2]).write_bytes(once())
