"""Marks come out on every plate, as Ghostscript separates them; skipped where it is not there."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from brochure.sheet.imposing import impose
from brochure.sheet.job import Job
from tests.sheet.pdfs import flat_pdf

PLATES = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not there")
def test_marks_are_on_all_plates_alike(tmp_path: Path) -> None:
    job = Job("saddle", marks=("crop", "fold", "slug", "registration"))
    made = impose(flat_pdf(4), "a5.pdf", job)
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made.data)
    words = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    words += ["-dLastPage=1", f"-sOutputFile={tmp_path / 'plate.tif'}", str(file)]
    subprocess.run(words, check=True, capture_output=True)
    surface = made.sheets[0].front
    assert surface.media
    below = int(surface.bleed.bottom)
    strips = []
    for plate in PLATES:
        with Image.open(tmp_path / f"plate({plate}).tif") as picture:
            whole = picture.convert("L")
            strips.append(whole.crop((0, whole.height - below, whole.width, whole.height)))
    assert min(strips[0].tobytes()) < 128
    assert len({strip.tobytes() for strip in strips}) == 1
