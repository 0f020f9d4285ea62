"""Chromium, by its command line, and warm: one browser, one page, steered by its DevTools protocol.

https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-printToPDF
"""

import shutil
import subprocess
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.absent import Absent
from benchmarks.peers.devtools import Browser

NAME = "Chromium"
SOURCE = "index.html"
OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run")


def program() -> str:
    """Where it is."""
    if not (found := shutil.which("chromium")):
        raise Absent("there is no Chromium; `apt-get install chromium` brings it")
    return found


def version() -> str:
    """The version it names."""
    done = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[1]


def cold(folder: Path, target: Path) -> Sequence[str]:
    """The command line, with tags and outline."""
    printing = ("--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline")
    profile = f"--user-data-dir={target.with_suffix('.profile')}"
    page = (folder / SOURCE).as_uri()
    return [program(), *OPTIONS, *printing, profile, f"--print-to-pdf={target}", page]


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """A page that is loaded again and printed."""
    profile = f"--user-data-dir={folder / 'profile'}"
    with Browser([program(), *OPTIONS, profile, "--remote-debugging-pipe"]) as browser:
        page = browser.page()

        def make() -> bytes:
            page.load((folder / SOURCE).as_uri())
            printed = page.call(
                "Page.printToPDF",
                preferCSSPageSize=True,
                printBackground=True,
                generateTaggedPDF=True,
                generateDocumentOutline=True,
            )
            return b64decode(printed["data"])

        yield make
