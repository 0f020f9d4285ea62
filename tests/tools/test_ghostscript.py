"""Ghostscript is asked in the one way that gives true inks; what it can't do is said plainly."""

import stat
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from brochure.catalog import Condition
from brochure.tools import ghostscript
from brochure.tools.failed import ToolFailed
from brochure.tools.ghostscript import composites, separations
from tests.pdf.patches import page_of

GHOSTSCRIPT = ghostscript.find()
needs_ghostscript = pytest.mark.skipif(
    GHOSTSCRIPT is None, reason="Ghostscript is not here; `brochure doctor` says how to get it"
)
ICC = Condition.named("fogra39").icc
PAGE = page_of(["1 0 0 0 k"])
NAMES = ["HKS 41 K", "Lack/Varnish", "Grün", "100% Spot", "(Klammer)", "a:b*c?", "../../etc"]


def locked() -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(PAGE)) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    return file.getvalue()


@needs_ghostscript
def test_spot_colours_keep_their_names() -> None:
    page = page_of(
        [f"/S{i} cs 1 scn" for i in range(len(NAMES))], dict.fromkeys(NAMES, (1, 0, 0, 0))
    )
    assert GHOSTSCRIPT
    with separations(GHOSTSCRIPT, page, ICC, 72) as (found,):
        assert {*found.plates} == {"Cyan", "Magenta", "Yellow", "Black", *NAMES}
        folder = found.plates["Cyan"].parent
        assert folder.is_dir()
    assert not folder.exists()


@needs_ghostscript
def test_pages_come_in_order_and_in_the_size_of_the_finished_page() -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(PAGE)) as pdf:
        for _ in range(11):
            pdf.pages.append(pdf.pages[0])
        pdf.save(file)
    assert GHOSTSCRIPT
    with separations(GHOSTSCRIPT, file.getvalue(), ICC, 25.4) as found:
        assert [page.page for page in found] == list(range(1, 13))
        with Image.open(found[0].plates["Cyan"]) as plate:
            assert plate.size == (180, 60)
    with composites(GHOSTSCRIPT, file.getvalue(), ICC, 25.4) as pictures:
        assert len(pictures) == 12
        with Image.open(pictures[0]) as picture:
            assert (picture.mode, picture.size) == ("CMYK", (180, 60))


BAD = {
    "not a PDF": (b"hello", "no PDF"),
    "a program in PostScript": (b"%!PS\nshowpage", "no PDF"),
    "cut off": (PAGE[:400], "rror"),
    "locked": (locked(), "password"),
}


@needs_ghostscript
@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_measured_is_said_in_one_line(name: str) -> None:
    data, says = BAD[name]
    assert GHOSTSCRIPT
    with pytest.raises(ToolFailed) as caught, separations(GHOSTSCRIPT, data, ICC, 72):
        pass
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ToolFailed), separations(str(tmp_path / "gs"), PAGE, ICC, 72):
        pass


@pytest.mark.parametrize("make", [separations, composites])
def test_no_plates_are_a_failure_and_never_no_ink(tmp_path: Path, make: object) -> None:
    program = tmp_path / "gs"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(ToolFailed), make(str(program), PAGE, ICC, 72):  # type: ignore[operator]
        pass


def test_found_by_the_names_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ghostscript.find() is None
    (tmp_path / "gswin64c").touch(0o755)
    assert ghostscript.find() == str(tmp_path / "gswin64c")
