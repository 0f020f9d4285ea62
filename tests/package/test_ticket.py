"""The job ticket, as JSON and as XJDF."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from brochure.catalog import known
from brochure.document.printing import Print
from brochure.package.ticket import ticket
from brochure.package.xjdf import NAMESPACE, xjdf
from tests.package.jobs import job, print_file

ROOT = Path(__file__).resolve().parents[2]
JARS = sorted((ROOT / ".cache/xjdf/lib").glob("xJdfLib-*.jar"))
SCHEMA = "org/cip4/lib/xjdf/schema/jdfschema_2_1.xsd"
SPOTS = print_file(spots=("HKS 41 K", "Lack & Glanz"))


def test_files_are_told_by_their_sums() -> None:
    (file,) = json.loads(ticket(job(files=(SPOTS,))))["files"]
    assert file["name"] == f"print/{SPOTS.name}"
    assert file["sha256"] == hashlib.sha256(SPOTS.data).hexdigest()
    assert file["bytes"] == len(SPOTS.data)
    assert file["preflight"] == {"variant": "sheet-cmyk", "errors": 0, "warnings": 1}


def test_inks_and_what_paper_bears() -> None:
    colour = json.loads(ticket(job(files=(SPOTS,))))["colour"]
    assert colour["inks"] == ["Cyan", "Magenta", "Yellow", "Black"]
    assert colour["spots"] == ["HKS 41 K", "Lack & Glanz"]
    assert (colour["condition"], colour["ink_limit"]) == ("FOGRA39", 300)
    late = job(settings=Print(colour="late-images", marks=("crop",)))
    told = json.loads(ticket(late))
    assert (told["colour"]["pictures"], told["marks"]) == ("late-images", ["crop"])


@pytest.mark.parametrize(
    ("format_", "files", "facts"),
    [
        (
            "a5-brochure",
            (print_file(pages=12),),
            {"binding": "saddle-stitch", "folding": None, "pages": 12, "printed_sides": 2},
        ),
        (
            "a2-poster",
            tuple(print_file(f"{n}.pdf", 1) for n in range(5)),
            {"binding": None, "pages": 1, "motifs": 5, "printed_sides": 1},
        ),
        (
            "dl-leaflet",
            (print_file(pages=2),),
            {"trim": {"width": 297, "height": 210}, "binding": None, "motifs": 1},
        ),
    ],
)
def test_product(format_: str, files: tuple, facts: dict) -> None:  # type: ignore[type-arg]
    product = json.loads(ticket(job(format_, files)))["product"]
    assert facts.items() <= product.items()


def test_panels_lie_as_they_do_on_the_sheet() -> None:
    folding = json.loads(ticket(job("dl-leaflet")))["product"]["folding"]
    outside, inside = folding["sides"]
    assert [panel["width"] for panel in outside["panels"]] == [97, 100, 100]
    assert [panel["width"] for panel in inside["panels"]] == [100, 100, 97]
    assert [fold["start"][0] for fold in inside["folds"]] == [100, 200]


@pytest.mark.skipif(not JARS, reason="CIP4's schema is not here; `make xjdf` fetches it")
@pytest.mark.parametrize("format_", known("formats"))
def test_xjdf_is_valid(format_: str) -> None:
    with ZipFile(JARS[0]) as jar:
        schema = etree.XMLSchema(etree.parse(BytesIO(jar.read(SCHEMA))))
    made = etree.fromstring(xjdf(job(format_, (SPOTS,))))
    assert schema.validate(made), schema.error_log
    made.set("Types", "")
    del made.attrib["JobID"]
    assert not schema.validate(made)


def test_xjdf_says_what_the_ticket_says() -> None:
    root = etree.fromstring(xjdf(job("dl-leaflet", (SPOTS,))))
    name = {"x": NAMESPACE}

    def value(path: str) -> object:
        return root.xpath(path, namespaces=name)[0]

    assert value("//x:FoldingIntent/@FoldCatalog") == "F6-4"
    assert value("//x:LayoutIntent/@Dimensions") == "841.89 595.276"
    assert value("//x:SurfaceColor/@ColorsUsed").split()[4:] == ["HKS_41_K", "Lack_Glanz"]
    assert value("//x:FileSpec/@URL") == f"print/{SPOTS.name}"
    assert value("//x:Company/@OrganizationName") == "Amt für Öffentliches"
