"""Every way in which a colour can enter ends in inks, and looks the same on paper."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from brochure.catalog import Variant
from brochure.check.print import judged
from brochure.pdf.content.reading import read_pdf
from brochure.pdf.soft_proof import soft_proof
from brochure.tools import ghostscript, verapdf
from brochure.vision.difference import delta_e
from tests.pdf.colour import colour_page
from tests.pdf.colour.conftest import FOGRA39, ROOT, Separate, Separated
from tests.pdf.tagged import Tagged

INKS = {"/DeviceCMYK", "/DeviceGray", "/Separation", "/Pattern", "/All"}
OPERATORS = {"k", "K", "cs", "CS", "scn", "SCN", "g", "G"}
COLOUR_RULES = (
    *("black-overprint", "blend-mode", "colour-space", "content", "damage", "gray", "group-space"),
    *("icc-profile", "intent", "rich-black", "spot-colour", "transfer", "white-overprint"),
)
ALIKE = 3.0
PPI, BLUR = 144, 6
WHITE = 98
"""L* of what no ink is on."""


@pytest.fixture(scope="module")
def page(separate: Separate) -> Separated:
    return separate(colour_page.html(), colour_page.CSS, colour_page.files())


def test_nothing_is_in_a_colour_of_screens(page: Separated) -> None:
    with pikepdf.open(BytesIO(page.printed)) as pdf:
        seen: set[object] = set()
        found = {name for page in pdf.pages for name in spaces(page.obj, seen)}
        used = {str(each.operator) for stream in streams(pdf) for each in operations(stream)}
    assert found <= INKS
    assert used & {"rg", "RG", "sc", "SC", "ri"} == set()
    assert used & {"k", "K"} == {"k", "K"}


def test_it_is_what_it_was_apart_from_that(page: Separated) -> None:
    before, after = Tagged(page.web), Tagged(page.printed)
    assert after.show() == before.show()
    assert len(after.seen) > 10


def test_our_own_preflight_finds_no_fault_of_colour(page: Separated) -> None:
    """Read by what reads foreign files, and knows nothing of how this one was made."""
    outcomes = judged(read_pdf(page.printed, "page.pdf"), Variant.named("sheet-cmyk"))
    found = {outcome.check: outcome.status for outcome in outcomes}
    wanted = [f"print/{rule}" for rule in COLOUR_RULES]
    assert {id_: found[id_] for id_ in wanted} == dict.fromkeys(wanted, "passed")


def test_qpdf_finds_nothing(page: Separated, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not here")
    file = tmp_path / "page.pdf"
    file.write_bytes(page.printed)
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


def test_verapdf_finds_no_fault_of_colour_font_or_transparency(
    page: Separated, tmp_path: Path
) -> None:
    """PDF/A-2b asks the same of them; a copy says that the press's profile is its intent."""
    command = verapdf.find(ROOT)
    if command is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    assert command is not None, "in CI veraPDF must be there"
    file = tmp_path / "page.pdf"
    with pikepdf.open(BytesIO(page.printed)) as pdf:
        intent = pdf.Root.OutputIntents[0]
        copy = pikepdf.Dictionary({**dict(intent.items()), "/S": pikepdf.Name.GTS_PDFA1})
        pdf.Root.OutputIntents.append(pdf.make_indirect(copy))
        pdf.save(file)
    (verdict,) = verapdf.validate(command, [file], "2b")
    clauses = {failure.clause for failure in verdict.failures}
    assert all(clause.startswith("6.6.") for clause in clauses), "graphics are clause 6.2"
    assert "6.6.4" in clauses, "it does not claim to be PDF/A"


def test_it_looks_the_same_on_paper(page: Separated) -> None:
    """The web page, brought to the press and back by its profile, beside Ghostscript's plates.

    The white of the page is left out of the average; what two renderers make of an edge is blurred.
    """
    program = ghostscript.find()
    if program is None:
        pytest.skip("Ghostscript is not here")
    with ghostscript.composites(program, page.printed, FOGRA39.icc, PPI) as (file,):
        printed = soft_proof(Image.open(file), FOGRA39.icc)
    shown = on_paper(rendered(page.web, PPI)).resize(printed.size)
    assert mean_difference(shown.reduce(BLUR), printed.reduce(BLUR)) <= ALIKE


def spaces(value: object, seen: set[object]) -> Iterator[str]:
    """Names that stand where colour spaces do, in all that a page is made of."""
    if isinstance(value, pikepdf.Stream | pikepdf.Dictionary):
        if value.objgen != (0, 0) and value.objgen in seen:
            return
        seen.add(value.objgen)
        for key, inner in value.items():
            if key in ("/ColorSpace", "/CS", "/Alternate"):
                yield from names(inner)
            if key != "/Parent":
                yield from spaces(inner, seen)
    elif isinstance(value, pikepdf.Array):
        for inner in value:
            yield from spaces(inner, seen)


def names(value: object) -> Iterator[str]:
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        yield str(value[0])
        yield from (str(inner) for inner in list(value)[2:] if isinstance(inner, pikepdf.Name))
    elif isinstance(value, pikepdf.Dictionary):  # resources by name
        for inner in value.values():
            yield from names(inner)


def streams(pdf: pikepdf.Pdf) -> Iterator[object]:
    yield from pdf.pages
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and (
            item.get("/Subtype") == "/Form" or "/PatternType" in item
        ):
            yield item


def operations(stream: object) -> Iterator[pikepdf.ContentStreamInstruction]:
    yield from pikepdf.parse_content_stream(stream)  # type: ignore[arg-type]


def rendered(pdf: bytes, ppi: int) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=ppi / 72).to_pil().convert("RGB")


def on_paper(screen: Image.Image) -> Image.Image:
    """What the press's profile makes of a picture of the screen."""
    press, srgb = ImageCms.getOpenProfile(BytesIO(FOGRA39.icc)), ImageCms.createProfile("sRGB")
    relative = ImageCms.Intent.RELATIVE_COLORIMETRIC
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    inks = ImageCms.profileToProfile(screen, srgb, press, relative, "CMYK", flags=flags)
    return soft_proof(inks, FOGRA39.icc)


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    """ΔE00 between two pictures, on the average of all that is not white in both."""
    lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    pairs = Counter(zip(*(labs(picture, lab) for picture in (one, other)), strict=True))
    inked = {pair: count for pair, count in pairs.items() if min(pair)[0] < WHITE}
    assert len(inked) > 1000
    total = sum(delta_e(a, b) * count for (a, b), count in inked.items())
    return total / sum(inked.values())


def labs(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> list[tuple[float, ...]]:
    data = transform.apply(picture).tobytes()
    axes = [(value ^ 128) - 128 for value in data]
    return list(zip((v * 100 / 255 for v in data[::3]), axes[1::3], axes[2::3], strict=True))
