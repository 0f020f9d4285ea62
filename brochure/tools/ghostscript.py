"""Ghostscript (https://ghostscript.com), which makes printing plates of pages as a press does.

It is AGPL: a program of the user's own, started where it is there, never a library of ours.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from brochure.tools.failed import ToolFailed

NAMES = ("gs", "gswin64c", "gswin32c")
TIMEOUT_SECONDS = 600
# It must not go on after an error and paint half a page; it may read nothing but what it is given.
CAREFUL = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR")
FINISHED_PAGE = "-dUseTrimBox"
RELATIVE = "-dRenderIntent=1"
SEPARATED = ("-sDEVICE=tiffsep",)
COMPOSITE = ("-sDEVICE=tiff32nc", "-dOverprint=/simulate")
SMOOTH = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
PLATE = re.compile(r"(\d+)\((.*)\)\.tif", re.DOTALL)
"""A plate's file: the number of the page and, percent-encoded, the name of the ink."""


@dataclass(frozen=True)
class Separation:
    """The plates of one page: a TIFF in shades of grey for each ink, black where it is full."""

    page: int
    plates: Mapping[str, Path]


def find() -> str | None:
    """The person's own Ghostscript, or nothing."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def separations(program: str, pdf: bytes, icc: bytes, ppi: float) -> Iterator[list[Separation]]:
    """The plates of all pages as finished (TrimBox), as long as the block lasts.

    `icc` is the profile of the press; raises `ToolFailed`.
    """
    with _rendered(program, SEPARATED, pdf, icc, ppi) as folder:
        pages: dict[int, dict[str, Path]] = {}
        for file in sorted(folder.iterdir()):
            if found := PLATE.fullmatch(file.name):
                pages.setdefault(int(found[1]), {})[unquote(found[2])] = file
        if not pages:
            raise ToolFailed("Ghostscript made no plates")
        yield [Separation(page, pages[page]) for page in sorted(pages)]


@contextmanager
def composites(
    program: str, pdf: bytes, icc: bytes, ppi: float, *, smooth: bool = True
) -> Iterator[list[Path]]:
    """All pages as finished, as CMYK pictures in which spot colours are what stands for them."""
    device = COMPOSITE + SMOOTH if smooth else COMPOSITE
    with _rendered(program, device, pdf, icc, ppi) as folder:
        pages = sorted(file for file in folder.iterdir() if file.suffix == ".tif")
        if not pages:
            raise ToolFailed("Ghostscript made no pictures")
        yield pages


@contextmanager
def _rendered(
    program: str, device: tuple[str, ...], pdf: bytes, icc: bytes, ppi: float
) -> Iterator[Path]:
    if not pdf.startswith(b"%PDF-"):  # it would be run as a program in PostScript
        raise ToolFailed("Ghostscript: this is no PDF")
    with TemporaryDirectory(prefix="brochure-") as name:
        given, made = Path(name, "given"), Path(name, "made")
        for folder in (given, made):
            folder.mkdir()
        file, profile = given / "file.pdf", given / "press.icc"
        for path, data in ((file, pdf), (profile, icc)):
            with path.open("wb") as stream:
                stream.write(data)
        # Without the profile for what comes in as CMYK, that would be separated again:
        # 400 % become 291.
        colour = (f"-sDefaultCMYKProfile={profile}", f"-sOutputICCProfile={profile}", RELATIVE)
        places = (f"--permit-file-read={given}/", f"-sOutputFile={made}/%03d.tif", str(file))
        _run([program, *CAREFUL, FINISHED_PAGE, *device, f"-r{ppi}", *colour, *places])
        yield made


def _run(words: list[str]) -> None:
    try:
        done = subprocess.run(words, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolFailed(f"Ghostscript: {error}") from error
    if done.returncode:
        told = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
        raise ToolFailed(f"Ghostscript: {_first_line(told)}")


def _first_line(told: str) -> str:
    """What it complains of; the state of its stacks, which follows, is of no use to anybody."""
    for word in ("password", "Error:", "rror"):
        for line in told.splitlines():
            if word in line:
                return line.strip(" *")
    return "it gave no reason"
