"""Every twin says what the tag tree of its PDF says, and is a page that stands alone."""

import json
import re
from pathlib import Path

import pikepdf
import pytest
import tinyhtml5

from tests.editions.permitted import alike
from tests.editions.said import XHTML, Said, said_by_html, said_by_pdf, shown
from tests.editions.valid import faults

EDITIONS = ("a5-brochure", "dl-leaflet", *(f"a2-poster-{number}" for number in range(1, 6)))
LARGEST = {"a5-brochure": 256_000, "dl-leaflet": 64_000, "a2-poster": 48_000}
"""Bytes of a page: half a minute on a bad line (64 kbit/s) for the brochure, packed on its way."""


def pair(folder: Path, name: str) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    html = (folder / f"{name}.html").read_text("utf-8")
    return said_by_html(html), said_by_pdf((folder / f"{name}.web.pdf").read_bytes())


@pytest.mark.parametrize("name", EDITIONS)
def test_twin_and_tag_tree_say_the_same(built: Path, name: str) -> None:
    twin, pdf = map(alike, pair(built, name))
    assert shown(twin) == shown(pdf)


def test_a_difference_is_seen(built: Path) -> None:
    """A word, an alternative text, a link, a level of heading, an order: each is told."""
    html = (built / "a5-brochure.html").read_text("utf-8")
    pdf = shown(alike(pair(built, "a5-brochure")[1]))
    for old, new in (
        ("am liebsten", "gern"),
        ('alt="Ein Mann', 'alt="Eine Frau'),
        ('href="#formel"', 'href="#arbeit"'),
        ('<h2 class="section-heading" id="stabil">', '<h3 class="section-heading" id="stabil">'),
        ("<blockquote", "<div"),
        ("<strong>Wandel</strong>", "Wandel"),
        ("tel:02349100", "tel:0234910"),
    ):
        assert old in html, old
        assert shown(alike(said_by_html(html.replace(old, new, 1)))) != pdf, old


@pytest.mark.parametrize("name", EDITIONS)
def test_every_twin_is_valid_and_asks_for_nothing(built: Path, name: str) -> None:
    html = (built / f"{name}.html").read_text("utf-8")
    assert faults(html) == []
    assert len(html.encode()) <= LARGEST[re.sub(r"-\d$", "", name)]


@pytest.mark.parametrize("name", EDITIONS)
def test_facts_of_the_page_are_those_of_the_pdf(built: Path, name: str) -> None:
    root = tinyhtml5.parse((built / f"{name}.html").read_text("utf-8"))
    said = {item.get("name"): item.get("content") for item in root.iter(f"{XHTML}meta")}
    with pikepdf.open(built / f"{name}.web.pdf") as pdf:
        assert root.get("lang") == str(pdf.Root.Lang)
        assert root.findtext(f".//{XHTML}title") == str(pdf.docinfo.Title)
        assert said["author"] == str(pdf.docinfo.Author)
        assert said["description"] == str(pdf.docinfo.Subject)
        assert said["keywords"] == str(pdf.docinfo.Keywords)


def test_the_manifest_knows_the_twin(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    files = {entry["name"]: entry for entry in manifest["files"]}
    for name in EDITIONS:
        entry = files[f"{name}.html"]
        assert (entry["media_type"], entry["profile"]) == ("text/html", "html")
        assert "pages" not in entry and entry["standards"] == []
        inputs = {item["file"] for item in entry["inputs"]}
        assert {"content/botschaften/de.yaml", "styles/ermoeglicher/twin.css"} <= inputs
        assert "fonts/source-sans-3/SourceSans3-Black.ttf" in inputs
    inputs = {item["file"] for item in files["a5-brochure.html"]["inputs"]}
    assert "content/botschaften/pictures/skyline.png" in inputs
