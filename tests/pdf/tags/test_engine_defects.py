"""The defects of accessibility.md §2.3 whose cause is the engine: there in its tags, gone in ours.

WeasyPrint tags each page in a process of its own, so that nothing of ours touches it. Should a new
version of it mend one of these, the test says so, and what we do about it can go.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

import pytest

from tests.pdf.conftest import CSS, ROOT, Make, html_of
from tests.pdf.tagged import Tagged

PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E"
    "%3Crect width='9' height='9'/%3E%3C/svg%3E"
)
STOCK = """
import json, logging, sys
from pathlib import Path
from weasyprint import HTML
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
for name, html in json.load(sys.stdin).items():
    data = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    Path(sys.argv[1], name + ".pdf").write_bytes(data)
"""


@dataclass(frozen=True)
class Defect:
    """One page, what is wrong with the engine's tree of it, and the right tree."""

    html: str
    is_wrong: Callable[[Tagged], bool]
    right: str


def lacks(part: str) -> Callable[[Tagged], bool]:
    return lambda found: part not in found.show(artifacts=False)


def has(part: str) -> Callable[[Tagged], bool]:
    return lambda found: part in found.show(artifacts=False)


DEFECTS = {
    "07-language-is-lost": Defect(
        '<p>Deutsch und <span lang="en">Open Data</span>.</p><p lang="fr">Bonjour</p>',
        lacks('Lang="en"'),
        """
        Document
          P · Deutsch und
            Span Lang="en" · Open Data
            · .
          P Lang="fr" · Bonjour
        """,
    ),
    "11-order-of-the-style": Defect(
        '<div style="display:flex;flex-direction:column">'
        '<p style="order:2">Erstens</p><p style="order:1">Zweitens</p></div>',
        lambda found: found.text().split() == ["Zweitens", "Erstens"],
        """
        Document
          P · Erstens
          P · Zweitens
        """,
    ),
    "12-margins-out-of-the-tree": Defect(
        '<style>@page{@bottom-center{content:"Seite " counter(page)}}</style><p>Text</p>',
        lambda found: found.untagged() != [] or not any(page.artifacts for page in found.pages),
        """
        Document
          P · Text
        artifact on page 1: Type=Pagination Subtype=Footer BBox=114,4,142,18 «Seite 1»
        """,
    ),
    "13-numbers-without-a-kind": Defect(
        '<ol style="list-style:lower-alpha"><li>Eins</li><li>Zwei</li></ol>',
        lacks("ListNumbering"),
        """
        Document
          L ListNumbering=LowerAlpha
            LI
              Lbl · a.
              LBody · Eins
            LI
              Lbl · b.
              LBody · Zwei
        """,
    ),
    "15-capitals-of-the-style": Defect(
        '<p style="text-transform:uppercase">Straße</p>',
        has("STRASSE"),
        """
        Document
          P · Straße
        """,
    ),
    "20-a-note-is-no-note": Defect(
        "<style>small{float:footnote}</style><p>Satz<small>Eine Note.</small> weiter</p>",
        lacks("Note ID="),
        """
        Document
          P · Satz
            Reference ID="unit-1-note-1-call"
              Link
                → page 1 (1)
                · 1
            FENote ID="unit-1-note-1"
              Lbl
                Link
                  → page 1 (1.)
                  · 1.
              · Eine Note.
            ·  weiter
        """,
    ),
    "21-a-link-says-its-anchor": Defect(
        '<h1 id="k1">Kapitel</h1><p><a href="#k1">Zum Kapitel</a></p>',
        has("(k1)"),
        """
        Document
          H1 · Kapitel
          P
            Link
              → page 1 (Zum Kapitel)
              · Zum Kapitel
        """,
    ),
    "27-a-link-with-emphasis-is-two": Defect(
        '<p><a href="https://bochum.de">Stadt <strong>Bochum</strong></a></p>',
        lambda found: found.show().count("→") == 2,
        """
        Document
          P
            Link
              → https://bochum.de (Stadt Bochum)
              · Stadt
              Strong · Bochum
        """,
    ),
    "28-a-link-with-a-picture-is-two": Defect(
        f'<p><a href="https://bochum.de"><img src="{PICTURE}" alt="Karte"></a></p>',
        lambda found: found.show().count("→") == 2,
        """
        Document
          P
            Link
              → https://bochum.de (Karte)
              Figure Alt="Karte" BBox=23,165,29,172 · ▢
        """,
    ),
    "29-decoration-is-a-figure": Defect(
        f'<p>Text</p><img src="{PICTURE}" alt="">',
        has("Figure"),
        """
        Document
          P · Text
        artifact on page 1: Type=Layout BBox=23,151,29,158
        """,
    ),
    "34-a-table-a-page": Defect(
        "<style>tbody td{height:40mm}</style><table><thead><tr><th>Jahr</th></tr></thead>"
        "<tbody><tr><td>2024</td></tr><tr><td>2025</td></tr><tr><td>2026</td></tr></tbody></table>",
        lambda found: found.show().count("THead") == len(found.pages) == 3,
        """
        Document
          Table
            THead
              TR
                TH ID="unit-1-th-1" Scope=Column · Jahr
            TBody
              TR
                TD Headers=unit-1-th-1 · 2024
              TR
                TD Headers=unit-1-th-1 · 2025
              TR
                TD Headers=unit-1-th-1 · 2026
        artifact on page 2: Type=Pagination BBox=25,161,45,175 «Jahr»
        artifact on page 3: Type=Pagination BBox=25,161,45,175 «Jahr»
        """,
    ),
    "hyphens-within-words": Defect(
        '<p style="hyphens:auto;width:30mm">Straßenverkehrsbehörde der Großstadtverwaltung</p>',
        lambda found: "\u2010" in found.text() and "\u00ad" not in found.text(),
        """
        Document
          P · Straßenverkehrsbe¬hörde der Groß¬stadtverwaltung
        """,
    ),
}


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pages as WeasyPrint alone tags them, with the same fonts."""
    folder = tmp_path_factory.mktemp("stock")
    pages = {
        name: html_of(f"<style>{CSS}</style>{defect.html}") for name, defect in DEFECTS.items()
    }
    subprocess.run(
        [sys.executable, "-c", STOCK, str(folder)],
        input=json.dumps(pages).encode(),
        env={**os.environ, "FONTCONFIG_FILE": str(ROOT / "fonts/fonts.conf")},
        check=True,
    )
    return folder


def tidy(tree: str) -> str:
    return "\n".join(line.rstrip() for line in tree.splitlines())


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_of_the_engine(make: Make, stock: Path, name: str) -> None:
    defect = DEFECTS[name]
    assert defect.is_wrong(Tagged((stock / f"{name}.pdf").read_bytes())), "mended by the engine"
    ours = Tagged(make(defect.html).pdf.data)
    assert not defect.is_wrong(ours)
    assert tidy(ours.show()) == cleandoc(defect.right)
    assert ours.untagged() == []
