"""`make compare-tags`: the same small page tagged by four tools, and what is found in their files.

No cell is written by hand: each is read from the PDF or asked of veraPDF.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.tagging.cells import ROWS
from benchmarks.tagging.makers import ROOT, TYPST, Files, brochure, chromium, typst, weasyprint
from benchmarks.tagging.tagged_file import TaggedFile
from brochure import __version__
from brochure.tools import verapdf

MAKERS = {"brochure": brochure, "WeasyPrint": weasyprint, "Chromium": chromium, "Typst": typst}
STANDARDS = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a", "PDF/UA-2": "ua2", "PDF/A-4": "4"}
TYPST_VERSION = "from importlib.metadata import version as v; print(v('typst'))"
MONTHS = "January February March April May June July August September October November December"


def main() -> None:
    """Make the files, print the table."""
    os.environ["FONTCONFIG_FILE"] = str(ROOT / "fonts/fonts.conf")
    with tempfile.TemporaryDirectory() as folder:
        made = {name: make(Path(folder)) for name, make in MAKERS.items()}
        print(table(made))
        print(f"\n{versions()}")


def table(made: Mapping[str, Files]) -> str:
    """All rows as Markdown; those of the tree are about the file that is to be PDF/UA-1."""
    trees = [TaggedFile(files["ua1"]) for files in made.values()]
    rows = [[name, *(cell(tree) for tree in trees)] for name, cell in ROWS.items()]
    rows += standards(made)
    head = ["", *made]
    return "\n".join(map(_line, [head, ["---"] * len(head), *rows]))


def standards(made: Mapping[str, Files]) -> list[list[str]]:
    """What veraPDF says of each file, and whether one file passes for two."""
    command = verapdf.find(ROOT)
    assert command is not None, "veraPDF is not here; `make verapdf` fetches it"
    said: dict[tuple[str, str], str] = {}
    for flavour in STANDARDS.values():
        for name, files in made.items():
            (verdict,) = verapdf.validate(command, [files[flavour]], flavour)
            broken = len({(failure.clause, failure.test) for failure in verdict.failures})
            said[name, flavour] = "passes" if verdict.compliant else f"breaks {broken} rules"
    rows = [[f"{title} by veraPDF", *(said[n, f] for n in made)] for title, f in STANDARDS.items()]
    both = [
        "yes"
        if files["ua1"] == files["2a"] and said[n, "ua1"] == said[n, "2a"] == "passes"
        else "no"
        for n, files in made.items()
    ]
    return [*rows, ["PDF/UA-1 and PDF/A-2a in one file", *both]]


def versions() -> str:
    """What was compared, and when."""
    found = [
        f"brochure {__version__}",
        f"WeasyPrint {version('weasyprint')}",
        " ".join(_said(["chromium", "--version"]).split()[:2]),
        f"Typst {_said([str(TYPST), '-c', TYPST_VERSION])}",
        f"poppler {_said(['pdfinfo', '-v']).split()[2]}",
    ]
    today = date.today()
    day = f"{today.day} {MONTHS.split()[today.month - 1]} {today.year}"
    return f"{', '.join(found)}; {day}."


def _said(words: Sequence[str]) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return (done.stdout or done.stderr).strip()


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
