"""«5 Botschaften für Bochum», as it lies in `output`: what issue 3 promises of it."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from brochure.content import read_document
from brochure.document.markdown import plain_text
from brochure.document.walk import texts
from brochure.tools import verapdf
from tests.editions.conftest import ROOT, build

MM = 72 / 25.4
FILES = {
    "a5-brochure": (12, 148, 210),
    "dl-leaflet": (2, 297, 210),
    **{f"a2-poster-{number}": (1, 420, 594) for number in range(1, 6)},
}
STANDARDS = {
    "web": ["PDF/A-2a", "PDF/UA-1"],
    "archive": ["PDF/A-4", "PDF/UA-2", "WTPDF 1.0 accessibility"],
    "print": [],  # no validator knows PDF/X-4; `tests/check/print` holds ours
}
PAGES = {f"{name}.{profile}.pdf": size for name, size in FILES.items() for profile in STANDARDS}
STARTS = {
    "Am Puls der Arbeit": 3,
    "Wissen, Wandel, Wir-Gefühl": 4,
    "Wir gestalten das Bochum von morgen": 6,
    "Wir stehen stabil": 8,
    "Lust auf die Zukunft": 10,
}


def pdftotext(file: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def words(text: str) -> list[str]:
    """Words without the hyphens that a line break made (U+00AD)."""
    return re.findall(r"\w+", re.sub(r"[\u2010\u00ad-]\s*", "", text))


def test_exactly_the_files_that_were_promised(built: Path) -> None:
    names = {path.name for path in built.iterdir()}
    pictures = {
        f"{name}.web.page-{page:0{len(str(pages))}}.png"
        for name, (pages, _, _) in FILES.items()
        for page in range(1, pages + 1)
    }
    twins = {f"{name}.html" for name in FILES}
    assert names == {*PAGES, *pictures, *twins, "manifest.json"}


@pytest.mark.parametrize("name", PAGES)
def test_pages_and_their_size(built: Path, name: str) -> None:
    pages, width, height = PAGES[name]
    with pikepdf.open(built / name) as pdf:
        assert len(pdf.pages) == pages
        for page in pdf.pages:
            box = [float(value) / MM for value in page.trimbox]
            assert (box[2] - box[0], box[3] - box[1]) == pytest.approx((width, height), abs=0.1)
            bleed = 3 * MM if ".print." in name else 0
            around = [
                box[0] * MM - bleed,
                box[1] * MM - bleed,
                box[2] * MM + bleed,
                box[3] * MM + bleed,
            ]
            for shown in (page.bleedbox, page.mediabox):
                assert list(map(float, shown)) == pytest.approx(around, abs=0.01)
            assert "/Annots" not in page or ".print." not in name


@pytest.mark.parametrize("name", [name for name in PAGES if ".print." in name])
def test_the_print_file_has_inks_alone(built: Path, name: str) -> None:
    operators: set[str] = set()
    with pikepdf.open(built / name) as pdf:
        for item in (*pdf.pages, *filter(is_form, pdf.objects)):
            operators |= {str(each.operator) for each in pikepdf.parse_content_stream(item)}
        colours = {str(item.ColorSpace) for item in pdf.objects if is_picture(item)}
    assert operators & {"rg", "RG", "cs", "CS", "g", "G"} == set()
    assert "k" in operators
    assert colours <= {"/DeviceCMYK", "/DeviceGray"}


def is_form(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"


def is_picture(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


@pytest.mark.parametrize("name", PAGES)
def test_facts_of_the_file(built: Path, name: str) -> None:
    with pikepdf.open(built / name) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"].startswith("5 Botschaften für Bochum")
            assert xmp["dc:creator"] == ["Stadt Bochum"]
            assert xmp["dc:language"] == {"de"}
            assert xmp["dc:rights"] == "© Stadt Bochum"
            assert xmp["dc:subject"] == set(xmp["pdf:Keywords"].split(", "))
            assert xmp["xmp:CreateDate"].startswith("2026-11-23")
            if ".archive." not in name:  # PDF/A-4 has no document information any more
                info = pdf.docinfo
                assert str(info.Title) == xmp["dc:title"]
                assert [str(info.Author)] == xmp["dc:creator"]
                assert str(info.Subject) == xmp["dc:description"]
                assert str(info.Keywords) == xmp["pdf:Keywords"]
                assert str(info.Producer) == xmp["pdf:Producer"]
                assert str(info.Creator) == xmp["xmp:CreatorTool"]
                assert str(info.CreationDate) == str(info.ModDate) == "D:20261123000000Z"
            else:
                assert "/Info" not in pdf.trailer
        assert pdf.is_linearized
        assert str(root.PageLabels.Nums[1].S) == "/D"
        assert all(page.Tabs == "/S" for page in pdf.pages)
        assert str(root.Lang) == "de"
        assert root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle
        assert len(pdf.trailer.ID) == 2
        assert "/OpenAction" not in root and "/AA" not in root
        assert "/EmbeddedFiles" not in root.get("/Names", {})
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") != "/StructElem":
                assert item.get("/S") not in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm")
                assert item.get("/Type") not in ("/Filespec", "/EmbeddedFile")
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/URI":
                assert str(item.URI).startswith(("https://", "tel:")), item.URI
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                assert re.fullmatch(r"/[A-Z]{6}\+Source-Sans-3.*", str(item.FontName))
                assert "/FontFile2" in item


def test_contents_show_and_lead_to_the_pages_where_messages_start(built: Path) -> None:
    contents = pdftotext(built / "a5-brochure.web.pdf", "-f", "2", "-l", "2", "-layout")
    for heading, page in STARTS.items():
        assert re.search(rf"{heading}[ .]+{page}\b", contents), heading
        own = pdftotext(built / "a5-brochure.web.pdf", "-f", str(page), "-l", str(page))
        assert " ".join(own.split()).find(heading) >= 0
    with pikepdf.open(built / "a5-brochure.web.pdf") as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        targets = [numbers[item.Dest[0].objgen] for item in pdf.pages[1].Annots]
        assert targets == list(STARTS.values())


def test_bookmarks_are_the_headings_on_their_pages(built: Path) -> None:
    with pikepdf.open(built / "a5-brochure.web.pdf") as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        (title,) = outline.root
        # The spaces that a heading must not break at are spaces to its readers.
        found = [
            (item.title.replace("\u00a0", " "), numbers[item.destination[0].objgen])
            for item in title.children
        ]
    assert title.title.replace("\u00a0", " ") == "5 Botschaften für Bochum"
    assert found == [("Wofür steht Bochum?", 2), *STARTS.items(), ("Impressum", 12)]


def test_every_word_of_the_source_comes_back_in_order(built: Path) -> None:
    """In the order of the file (`-raw`); without it poppler guesses columns and guesses wrong."""
    file = "content/botschaften/de.yaml"
    pictures = [path.name for path in (ROOT / "content/botschaften/pictures").iterdir()]
    document = read_document(file, (ROOT / file).read_bytes(), "de", pictures).document
    unprinted = {"description", "keywords", "alt", "names"}
    found, position = words(pdftotext(built / "a5-brochure.web.pdf", "-raw")), 0
    for path, _, text in texts(document):
        if unprinted & set(path):
            continue
        for word in words(plain_text(text)):
            assert word in found[position:], (path, word)
            position = found.index(word, position) + 1


def test_leaflet_and_posters_say_the_sentences_that_the_source_names(built: Path) -> None:
    file = "content/botschaften/de.yaml"
    pictures = [path.name for path in (ROOT / "content/botschaften/pictures").iterdir()]
    document = read_document(file, (ROOT / file).read_bytes(), "de", pictures).document
    leaflet = " ".join(words(pdftotext(built / "dl-leaflet.web.pdf", "-raw")))
    for number, message in enumerate(document.messages, start=1):
        poster = " ".join(words(pdftotext(built / f"a2-poster-{number}.web.pdf", "-raw")))
        for text, shown in (
            (message.heading, poster),
            (message.sentence(message.poster), poster),
            (message.heading, leaflet),
            (message.sentence(message.lead), leaflet),
        ):
            assert " ".join(words(plain_text(text))) in shown, text


USED = ("Regular", "Semibold", "Bold", "Black")
"""The weights of Source Sans 3 that something is painted with."""


def test_the_manifest_is_true(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    files = {entry["name"]: entry for entry in manifest["files"]}
    assert set(files) == {path.name for path in built.iterdir()} - {"manifest.json"}
    for name, entry in files.items():
        assert entry["sha256"] == hashlib.sha256((built / name).read_bytes()).hexdigest()
    made = [entry for entry in files.values() if "inputs" in entry]
    inputs = {item["file"]: item["sha256"] for entry in made for item in entry["inputs"]}
    listed = [
        *(ROOT / "content/botschaften").glob("*.yaml"),
        *(path for path in (ROOT / "styles/ermoeglicher").rglob("*") if path.is_file()),
        ROOT / "fonts/fonts.conf",
        *(ROOT / "fonts/source-sans-3" / f"SourceSans3-{weight}.ttf" for weight in USED),
    ]
    for path in listed:
        name = path.relative_to(ROOT).as_posix()
        assert inputs[name] == hashlib.sha256(path.read_bytes()).hexdigest(), name
    source = (ROOT / "content/botschaften/de.yaml").read_text("utf-8")
    for picture in re.findall(r"picture: (\S+)", source):
        assert f"content/botschaften/pictures/{picture}" in inputs
    assert str(ROOT) not in (built / "manifest.json").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """In another process, with another hash seed, time zone and language."""
    build(tmp_path, PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", LANG="C.UTF-8")
    again = tmp_path / "botschaften" / "de"
    assert {p.name for p in again.iterdir()} == {p.name for p in built.iterdir()}
    for path in built.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name
    build(tmp_path)  # into the same folder: nothing becomes different, nothing is added
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in built.iterdir()
    }


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_kept_or_not_by_one_process_or_several(built: Path, tmp_path: Path, jobs: str) -> None:
    """With an empty cache, from units that were kept, and of some units kept and others not."""
    kept = tmp_path / "cache"
    for part in ("empty", "whole", "half"):
        if part == "half":
            for file in sorted(kept.glob("fragments/*.bin"))[::2]:
                file.unlink()
        folder = tmp_path / part
        build(folder, "--jobs", jobs, BROCHURE_CACHE=str(kept))
        made = {path.name: path.read_bytes() for path in (folder / "botschaften/de").iterdir()}
        assert set(made) == {path.name for path in built.iterdir()}
        for path in built.iterdir():
            assert path.read_bytes() == made[path.name], f"{part}: {path.name}"


TOLD = {
    "text/alt-caption",
    "text/imprint",
    "text/plain-language",
    "layout/hyphens",
    "access/contrast",
    "access/apca",
}
"""What is true of the city's text and of the yellow numeral, and stops nothing."""


def test_verapdf_confirms_every_standard_and_check_writes_it_down(tmp_path: Path) -> None:
    if verapdf.find(ROOT) is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    build(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "--report", "json", "check", "--output", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    found = json.loads(done.stdout)["diagnostics"]
    assert {item["severity"] for item in found} <= {"warning", "note"}
    assert {item["code"] for item in found} == TOLD
    manifest = json.loads((tmp_path / "botschaften/de/manifest.json").read_text("utf-8"))
    confirmed = {e["name"]: e["standards"] for e in manifest["files"] if e["name"].endswith("pdf")}
    assert confirmed == {name: STANDARDS[name.split(".")[1]] for name in PAGES}
