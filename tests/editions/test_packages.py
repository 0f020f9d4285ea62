"""Packages of the first publication for a print shop, as a person makes them."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from brochure.tools import ghostscript
from tests.editions.conftest import ROOT, once

FOLDER = "output/botschaften/de"
LEAFLET, POSTERS = "botschaften-de_dl-leaflet", "botschaften-de_a4-poster"
COMMON = {
    "README.de.txt",
    "README.en.txt",
    "SHA256SUMS",
    "preflight.de.html",
    "preflight.en.html",
    "preflight.json",
    "ticket.json",
    "ticket.xjdf",
}


def package(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call `brochure package` for a project."""
    return subprocess.run(
        [sys.executable, "-m", "brochure", "package", "--project", str(project), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **environment},
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def _make(project: Path) -> None:
    for name in ("content", "fonts", "styles"):
        shutil.copytree(ROOT / name, project / name)
    settings = project / "content/botschaften/publication.yaml"
    text = settings.read_text("utf-8")
    text = re.sub(r"formats: \[.*\]", "formats: [dl-leaflet, a4-poster]", text)
    settings.write_text(f"{text}print:\n  marks: [crop, fold, slug]\n", "utf-8")
    done = package(project)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(project / FOLDER / f"{name}.zip") for name in (LEAFLET, POSTERS)
    ]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A project whose leaflet and posters are packed."""
    return once(tmp_path_factory, worker_id, "packages", _make)


def files_of(project: Path, name: str) -> dict[str, bytes]:
    """What is in a package, by its names below the folder in it."""
    with ZipFile(project / FOLDER / f"{name}.zip") as archive:
        names = archive.namelist()
        assert all(entry.startswith(f"{name}/") for entry in names)
        return {entry.removeprefix(f"{name}/"): archive.read(entry) for entry in names}


def test_a_leaflet_comes_with_its_fold_template(project: Path) -> None:
    files = files_of(project, LEAFLET)
    assert files.keys() == COMMON | {
        f"print/{LEAFLET}_297x210_02p_fogra39.pdf",
        f"proof/{LEAFLET}_ansicht.pdf",
        f"proof/{LEAFLET}_ansicht_1.jpg",
        f"proof/{LEAFLET}_ansicht_2.jpg",
        "proof/fold-template.pdf",
    }
    built = (project / FOLDER / "dl-leaflet.print.pdf").read_bytes()
    assert files[f"print/{LEAFLET}_297x210_02p_fogra39.pdf"] == built


def test_of_posters_each_is_a_file(project: Path) -> None:
    files = files_of(project, POSTERS)
    printed = sorted(name for name in files if name.startswith("print/"))
    assert printed == [f"print/{POSTERS}-{n}_210x297_01p_fogra39.pdf" for n in range(1, 6)]
    assert "proof/fold-template.pdf" not in files
    ticket = json.loads(files["ticket.json"])
    assert [file["name"] for file in ticket["files"]] == printed
    assert (ticket["product"]["motifs"], ticket["product"]["pages"]) == (5, 1)


@pytest.mark.parametrize("name", [LEAFLET, POSTERS])
def test_sums_ticket_and_files_agree(project: Path, name: str) -> None:
    files = files_of(project, name)
    lines = files.pop("SHA256SUMS").decode().splitlines()
    sums = {file: digest for digest, file in (line.split("  ") for line in lines)}
    assert sums == {file: hashlib.sha256(data).hexdigest() for file, data in files.items()}
    for file in json.loads(files["ticket.json"])["files"]:
        assert file["sha256"] == sums[file["name"]]
        assert file["preflight"]["errors"] == 0
        with pikepdf.open(BytesIO(files[file["name"]])) as pdf:
            assert len(pdf.pages) == file["pages"]


@pytest.mark.parametrize("name", [LEAFLET, POSTERS])
def test_the_view_shows_every_page(project: Path, name: str) -> None:
    files = files_of(project, name)
    pages = sum(file["pages"] for file in json.loads(files["ticket.json"])["files"])
    with pikepdf.open(BytesIO(files[f"proof/{name}_ansicht.pdf"])) as view:
        assert len(view.pages) == pages
    pictures = sorted(file for file in files if file.endswith(".jpg"))
    assert len(pictures) == pages
    for picture in pictures:
        assert 1000 < max(Image.open(BytesIO(files[picture])).size) < 2200


def test_marks_that_are_asked_for_are_there(project: Path) -> None:
    with pikepdf.open(project / FOLDER / "dl-leaflet.print.pdf") as pdf:
        page = pdf.pages[0]
        assert float(page.MediaBox[0]) < float(page.BleedBox[0]) < float(page.TrimBox[0])
        assert page.Resources.ColorSpace.Marks[1] == "/All"


def test_twice_packed_is_the_same_bytes(project: Path, tmp_path: Path) -> None:
    elsewhere = {"LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    words = ("--format", "dl-leaflet", "--output", str(tmp_path), "--jobs", "1")
    done = package(project, *words, **elsewhere)
    assert done.returncode == 0, done.stderr
    again = (tmp_path / "botschaften/de" / f"{LEAFLET}.zip").read_bytes()
    assert again == (project / FOLDER / f"{LEAFLET}.zip").read_bytes()


def test_without_ghostscript_it_is_said(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    words = ("--format", "dl-leaflet", "--output", str(output), "--report", "json")
    done = package(project, *words, PATH=str(tmp_path))
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert "package/no-soft-proof" in {item["code"] for item in report["diagnostics"]}
    with ZipFile(output / f"botschaften/de/{LEAFLET}.zip") as archive:
        ticket = json.loads(archive.read(f"{LEAFLET}/ticket.json"))
        readme = archive.read(f"{LEAFLET}/README.de.txt").decode()
    assert ticket["view"] == "screen-colours"
    assert "fehlte" in readme and "print/ink-coverage: nicht gemessen" in readme


@pytest.mark.skipif(
    ghostscript.find() is None,
    reason="Ghostscript is not here; `brochure doctor` says how to get it",
)
def test_with_ghostscript_colours_are_those_of_the_paper(project: Path) -> None:
    ticket = json.loads(files_of(project, LEAFLET)["ticket.json"])
    assert ticket["view"] == "soft-proof"
    readme = files_of(project, LEAFLET)["README.de.txt"].decode()
    assert "Softproof" in readme and "ink-coverage" not in readme


def test_a_folder_that_cannot_be_written_is_told(project: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file, no folder", "utf-8")
    words = ("--format", "dl-leaflet", "--output", str(tmp_path / "output"))
    done = package(project, *words, "--report", "json")
    assert done.returncode in (2, 3)
    (item,) = json.loads(done.stdout)["diagnostics"]
    assert item["code"].startswith(("output/", "cli/")), item
