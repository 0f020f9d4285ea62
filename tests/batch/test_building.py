"""What is made anew when something changes, and what is not."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from brochure.batch.building import build
from brochure.batch.unchanged import planned
from brochure.compiler import Compiler
from brochure.document.edition import Made, Order
from brochure.layout.fonts import use_only
from brochure.layout.loading import load_engine
from brochure.project import Project
from brochure.unit_cache import Request

ROOT = Path(__file__).parents[2]
MESSAGE = """\
  - id: {id}
    heading: {heading}
    layout: single
    lead: satz-{id}
    blocks:
      - id: satz-{id}
        text: Noch ein Satz.
"""


@dataclass
class Workshop:
    """A small publication, and what the engine was asked to lay out."""

    root: Path
    compiled: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def text(self) -> Path:
        return self.root / "content/minimal/de.yaml"

    def change(self, old: str, new: str) -> None:
        text = self.text.read_text("utf-8")
        assert old in text
        self.text.write_text(text.replace(old, new), "utf-8")

    def build(self) -> Made:
        self.compiled.clear()
        project = Project(self.root)
        order = Order(formats=("a5-brochure",), profiles=("web",))
        (made,) = build(project, planned(project, order), self.root / "output")
        return made

    @property
    def bodies(self) -> list[str]:
        return [name for name, is_margin in self.compiled if not is_margin]

    @property
    def margins(self) -> list[str]:
        return [name for name, is_margin in self.compiled if is_margin]


@pytest.fixture(scope="module")
def fonts() -> None:
    use_only(ROOT / "fonts")
    load_engine(lambda file: b"", ROOT / "fonts")


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fonts: None) -> Workshop:
    """The engine is that of the project's own fonts, of which the copy has the same."""
    for name in ("styles", "fonts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "tests/cases/minimal", tmp_path / "content/minimal")
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "cache"))
    made = Workshop(tmp_path)
    make: Callable[..., Any] = Compiler._make

    def spied(compiler: Compiler, request: Request) -> Any:
        made.compiled.append((request.unit.name, request.numbering is not None))
        return make(compiler, request)

    def engine(read: Any, _: Path) -> Any:
        return load_engine(read, ROOT / "fonts")

    monkeypatch.setattr(Compiler, "_make", spied)
    monkeypatch.setattr("brochure.layout.loading.load_engine", engine)
    return made


def test_nothing_is_made_when_nothing_has_changed(shop: Workshop) -> None:
    first = shop.build()
    assert first.artifacts and not first.unchanged
    assert sorted(shop.bodies) == ["cover", "eins", "imprint", "introduction"]
    again = shop.build()
    assert again.unchanged and shop.compiled == []
    assert again.files == first.files
    assert [item.size for item in again.artifacts] == [item.size for item in first.artifacts]


def test_one_word_is_one_unit(shop: Workshop) -> None:
    shop.build()
    shop.change("Ein Satz genügt.", "Ein Wort genügt.")
    assert not shop.build().unchanged
    assert shop.compiled == [("eins", False)]


def test_a_comment_is_nothing(shop: Workshop) -> None:
    """The file was read, so the edition is looked at; but no unit differs, though its line does."""
    shop.build()
    before = {path: path.stat().st_mtime_ns for path in (shop.root / "output").rglob("*.pdf")}
    shop.change("introduction:", "# Ein Kommentar\nintroduction:")
    shop.build()
    assert shop.compiled == []
    assert before.keys() == {*(shop.root / "output").rglob("*.pdf")}


def test_a_heading_is_its_unit_and_the_contents(shop: Workshop) -> None:
    shop.build()
    shop.change("Eine Botschaft", "Die Botschaft")
    shop.build()
    assert sorted(shop.compiled) == [("eins", False), ("introduction", False)]


def test_a_title_is_the_unit_that_shows_it(shop: Workshop) -> None:
    shop.build()
    shop.change("title: Eine Seite", "title: Zwei Seiten")
    made = shop.build()
    assert shop.compiled == [("cover", False)]
    assert made.artifacts[0].title == "Zwei Seiten"


def test_a_moved_unit_is_not_laid_out_again(shop: Workshop) -> None:
    """Four pages more before the imprint: it stays on its side, and shows no number."""
    shop.build()
    names = ("alpha", "beta", "delta", "gamma")
    added = "".join(MESSAGE.format(id=name, heading=name.title()) for name in names)
    shop.change("imprint:\n", f"{added}imprint:\n")
    assert shop.build().artifacts
    assert sorted(shop.bodies) == [*names, "introduction"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda shop: next((shop.root / "output").rglob("*.pdf")).write_bytes(b"%PDF"),
        lambda shop: next((shop.root / "output").rglob("*.pdf")).unlink(),
        lambda shop: next((shop.root / "output").rglob("*.png")).unlink(),
        lambda shop: next((shop.root / "output").rglob("manifest.json")).unlink(),
        lambda shop: next((shop.root / "output").rglob("manifest.json")).write_text("{"),
    ],
)
def test_what_lies_there_no_more_is_made_again(shop: Workshop, damage: Any) -> None:
    shop.build()
    before = {path: path.read_bytes() for path in (shop.root / "output").rglob("*.*")}
    damage(shop)
    assert not shop.build().unchanged
    assert {path: path.read_bytes() for path in (shop.root / "output").rglob("*.*")} == before


def test_findings_are_told_again(shop: Workshop) -> None:
    """A warning does not go away because nothing has changed."""
    css = shop.root / "styles/ermoeglicher/type.css"
    css.write_text(css.read_text("utf-8") + "\np { color: red }\n", "utf-8")
    shop.change("Ein Satz genügt.", "Ein Satz genügt. [Mehr](#nirgends)")
    first, again = shop.build(), shop.build()
    assert first.diagnostics == again.diagnostics
