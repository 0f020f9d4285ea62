"""Vivliostyle's command line, which starts a Chromium for every build."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers import chromium, npm

NAME = "Vivliostyle"
PACKAGE = "@vivliostyle/cli"
SOURCE = "index.html"


def version() -> str:
    """The version of its package."""
    return npm.version(PACKAGE)


def cold(folder: Path, target: Path) -> Sequence[str]:
    """The command line; all pictures lie below the folder of the page, where it looks for them."""
    options = ["--log-level", "silent", "--executable-browser", chromium.program()]
    page = str(folder / SOURCE)
    return [*npm.command(PACKAGE, "vivliostyle"), "build", page, "-o", str(target), *options]
