"""What four renderers show of a file in inks, and what each must show of the plates of a press.

Each has its own way from inks to a screen, and none is wrong. So each is asked for a chart of all
inks first; the plates that Ghostscript makes, seen through this chart, are what it must show.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from brochure.catalog import Condition
from brochure.tools import ghostscript

STEPS = 5
"""So many shades of each ink has the chart: 0, 25, 50, 75 and 100 %."""
PATCH = 8
FINE = 1
"""By how much plates are finer than what is compared with them."""
BLUR = 2
FAINT = 64
"""Of 255, of what a pixel at an edge may differ: renderers smooth edges each in its own way."""
Inks = tuple[int, ...]
Chart = Mapping[Inks, tuple[int, ...]]
Render = Callable[[bytes, int, float], Image.Image]


def pdfium(pdf: bytes, page: int, ppi: float) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page - 1].render(scale=ppi / 72).to_pil()
        return picture.convert("RGB")
    finally:
        document.close()


def splash(pdf: bytes, page: int, ppi: float) -> Image.Image:
    """Poppler, as Okular and most scripts use it."""
    return _by_poppler("pdftoppm", pdf, page, ppi)


def cairo(pdf: bytes, page: int, ppi: float) -> Image.Image:
    """Poppler, as Evince uses it."""
    return _by_poppler("pdftocairo", pdf, page, ppi)


def mutool(pdf: bytes, page: int, ppi: float) -> Image.Image:
    return _by_program(pdf, "mutool", "draw", f"-r{ppi}", "-o", "made.png", "file.pdf", str(page))


def _by_poppler(program: str, pdf: bytes, page: int, ppi: float) -> Image.Image:
    one = ("-f", str(page), "-l", str(page), "-singlefile")
    return _by_program(pdf, program, "-png", "-r", str(ppi), *one, "file.pdf", "made")


def _by_program(pdf: bytes, *words: str) -> Image.Image:
    with TemporaryDirectory() as folder:
        Path(folder, "file.pdf").write_bytes(pdf)
        subprocess.run(words, cwd=folder, check=True, capture_output=True)
        with Image.open(Path(folder, "made.png")) as picture:
            return picture.convert("RGB")


PROGRAMS = {pdfium: None, splash: "pdftoppm", cairo: "pdftocairo", mutool: "mutool"}


def missing(render: Render) -> str | None:
    """The program that it needs and that is not here."""
    needed = [name for name in (PROGRAMS[render], "gs") if name and not shutil.which(name)]
    return needed[0] if needed else None


def skip_without(render: Render) -> None:
    """Leave out what needs a program that is not here; in CI it must be."""
    if missing(render) and not os.environ.get("CI"):
        pytest.skip(f"{missing(render)} is not here")


def apart(
    pdf: bytes,
    page: int,
    render: Render,
    ppi: float,
    separated: bytes | None = None,
    finer: int = 1,
) -> tuple[float, float]:
    """By how much a page differs from its plates: of 255 on a mean, and the share that differs.

    The plates are of the same file, or of one that should look the same; they may be `finer`.
    """
    shown = render(finished_pages(pdf), page, ppi)
    of = finished_pages(separated or pdf)
    expected = _seen(plates(of, ppi * finer)[page - 1], chart(render))
    expected = expected.resize(shown.size, Image.Resampling.BOX)
    both = (picture.filter(ImageFilter.BoxBlur(BLUR)) for picture in (shown, expected))
    red, green, blue = ImageChops.difference(*both).split()
    counted = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    pixels = sum(counted)
    mean = sum(amount * count for amount, count in enumerate(counted)) / pixels
    return mean, sum(counted[FAINT:]) / pixels


@cache
def plates(pdf: bytes, ppi: float) -> tuple[Image.Image, ...]:
    """The pages as pictures in four inks, by Ghostscript."""
    program = ghostscript.find()
    assert program
    with ghostscript.composites(program, pdf, Condition.named("fogra39").icc, ppi) as files:
        return tuple(Image.open(file).copy() for file in files)


@cache
def chart(render: Render) -> Chart:
    """What a renderer shows of each mixture of inks."""
    picture = render(_chart(), 1, 72)
    bottom = picture.height - 1 - PATCH // 2
    found: dict[Inks, tuple[int, ...]] = {}
    for inks, (x, y) in _patches():
        pixel = picture.getpixel((x + PATCH // 2, bottom - y))
        assert isinstance(pixel, tuple)
        found[inks] = pixel
    return found


def _chart() -> bytes:
    pdf = pikepdf.new()
    side = STEPS**2 * PATCH
    page = pdf.add_blank_page(page_size=(side, side))
    painted = [
        f"{' '.join(str(step / (STEPS - 1)) for step in inks)} k {x} {y} {PATCH} {PATCH} re f"
        for inks, (x, y) in _patches()
    ]
    page.Contents = pdf.make_stream("\n".join(painted).encode())
    return saved(pdf)


def _patches() -> Iterator[tuple[Inks, tuple[int, int]]]:
    for inks in product(range(STEPS), repeat=4):
        cyan, magenta, yellow, black = inks
        yield inks, ((cyan * STEPS + magenta) * PATCH, (yellow * STEPS + black) * PATCH)


def _seen(plates: Image.Image, chart: Chart) -> Image.Image:
    """Plates as a renderer shows them."""
    seen = Image.new("RGB", plates.size)
    known: dict[Inks, tuple[int, ...]] = {}
    pixels = []
    for exact in plates.get_flattened_data():
        assert isinstance(exact, tuple)
        inks = tuple(amount & ~3 | amount >> 6 for amount in exact)
        if inks not in known:
            known[inks] = _mixed(inks, chart)
        pixels.append(known[inks])
    seen.putdata(pixels)
    return seen


def _mixed(inks: Inks, chart: Chart) -> tuple[int, ...]:
    """Between the patches of a chart, in all four inks at once."""
    places = [amount / 255 * (STEPS - 1) for amount in inks]
    low = [min(int(place), STEPS - 2) for place in places]
    parts = [place - step for place, step in zip(places, low, strict=True)]
    mixed = [0.0, 0.0, 0.0]
    for corner in product((0, 1), repeat=4):
        weight = 1.0
        for up, part in zip(corner, parts, strict=True):
            weight *= part if up else 1 - part
        if weight:
            patch = chart[tuple(step + up for step, up in zip(low, corner, strict=True))]
            mixed = [sum + weight * value for sum, value in zip(mixed, patch, strict=True)]
    return tuple(round(value) for value in mixed)


@cache
def finished_pages(pdf: bytes) -> bytes:
    """The file with pages as they are cut, which not every renderer can be asked for."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            page.obj.MediaBox = page.obj.CropBox = page.trimbox
        return saved(opened)


def saved(pdf: pikepdf.Pdf) -> bytes:
    data = BytesIO()
    pdf.save(data, deterministic_id=True)
    return data.getvalue()
