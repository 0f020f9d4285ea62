"""Paged.js's command line, which starts a Chromium for every build."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers import chromium, npm

NAME = "Paged.js"
PACKAGE = "pagedjs-cli"
SOURCE = "index.html"


def version() -> str:
    """The version of its package."""
    return npm.version(PACKAGE)


def cold(folder: Path, target: Path) -> Sequence[str]:
    """The command line, with bookmarks of the headings."""
    browser = f"PUPPETEER_EXECUTABLE_PATH={chromium.program()}"
    options = ["--browserArgs", "--no-sandbox", "--outline-tags", "h1,h2"]
    page = str(folder / SOURCE)
    return ["env", browser, *npm.command(PACKAGE, "pagedjs-cli"), page, "-o", str(target), *options]
