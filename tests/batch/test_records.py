"""Editions of records: made together or each by itself, they are the same."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from brochure import preparation
from brochure.batch.building import build
from brochure.batch.unchanged import planned
from brochure.compiler import Compiler
from brochure.document.edition import Made, Order
from brochure.layout.fonts import use_only
from brochure.layout.loading import load_engine
from brochure.project import Project
from brochure.unit_cache import Request

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "tests/merge/brief"
CSV = "content/brief/data/quartiere.csv"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter to every quarter, as a brochure too."""
    use_only(ROOT / "fonts")
    load_engine(lambda file: b"", ROOT / "fonts")
    root = tmp_path_factory.mktemp("records")
    shutil.copytree(BRIEF, root / "content/brief")
    for name in ("styles", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    pictures = root / "content/brief/pictures/quartiere"
    pictures.mkdir(parents=True)
    text = (root / CSV).read_text("utf-8-sig")
    for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter=";")):
        Image.new("RGB", (60, 40), (10 * number, 120, 200)).save(pictures / row["foto"])
    return root


@pytest.fixture
def compiled(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine was asked to lay out; with an empty cache."""
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "cache"))
    asked: list[str] = []
    make: Any = Compiler._make

    def spied(compiler: Compiler, request: Request) -> Any:
        asked.append(request.unit.name)
        return make(compiler, request)

    def engine(read: Any, _: Path) -> Any:
        return load_engine(read, ROOT / "fonts")

    monkeypatch.setattr(Compiler, "_make", spied)
    monkeypatch.setattr("brochure.layout.loading.load_engine", engine)
    return asked


def made(root: Path, output: Path, *records: str, jobs: int = 1) -> list[Made]:
    project = Project(root)
    order = Order(formats=("dl-leaflet",), profiles=("web", "html"), records=records)
    found = list(build(project, planned(project, order), output, jobs=jobs))
    assert all(item.artifacts for item in found), [item.diagnostics for item in found]
    return found


def files(output: Path) -> dict[str, bytes]:
    found = [path for path in output.rglob("*.*") if path.name != "manifest.json"]
    return {path.name: path.read_bytes() for path in found}


def test_together_and_each_by_itself_are_the_same(
    root: Path, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    together, alone = tmp_path / "together", tmp_path / "alone"
    records = [str(item.edition.record) for item in made(root, together, "H*")]
    assert len(records) > 2
    for record in records[1::2]:
        preparation._bases.clear()
        monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / f"cache-{record}"))
        made(root, alone, record)
    expected = files(together)
    assert len(files(alone)) == 2 * len(records[1::2])
    for name, data in files(alone).items():
        assert data == expected[name], name


def test_by_several_processes_too(root: Path, tmp_path: Path, compiled: list[str]) -> None:
    one, several = tmp_path / "one", tmp_path / "several"
    made(root, one, "H*")
    made(root, several, "H*", jobs=2)
    assert files(one) == files(several) and files(one)
    manifests = [next(folder.rglob("manifest.json")).read_bytes() for folder in (one, several)]
    assert manifests[0] == manifests[1]


def test_what_all_share_is_compiled_once(root: Path, tmp_path: Path, compiled: list[str]) -> None:
    """A leaflet has two sides; both speak of the record. So the shared one is made here."""
    text = root / "content/brief/de.yaml"
    before = text.read_text("utf-8")
    inside = before[before.index("messages:") : before.index("imprint:")]
    plain = inside
    for old, new in (
        ("{{ record.budget }} für das Quartier", "Geld für das Quartier"),
        ("alle {{ record.einwohner | number }}: [mitmachen]({{ record.seite }})", "alle"),
    ):
        assert old in plain
        plain = plain.replace(old, new)
    start, end = plain.index("  - id: termin"), plain.index("  - id: fest")
    text.write_text(before.replace(inside, plain[:start] + plain[end:]), "utf-8")
    try:
        found = made(root, tmp_path / "output", "H*")
        assert compiled.count("inside") == 1
        assert compiled.count("outside") == len(found)
    finally:
        text.write_text(before, "utf-8")


def test_only_a_record_that_has_changed_is_made_again(
    root: Path, tmp_path: Path, compiled: list[str]
) -> None:
    output = tmp_path / "output"
    first = made(root, output, "H*")
    data = root / CSV
    before = data.read_bytes()
    try:
        data.write_bytes(before.replace(b"1.200;", b"1.201;"))
        again = made(root, output, "H*")
        assert [item.unchanged for item in again] == [
            item.edition.record != "Hamme" for item in first
        ]
    finally:
        data.write_bytes(before)


def test_what_a_killed_run_has_made_is_told_of_by_the_next(
    root: Path, tmp_path: Path, compiled: list[str]
) -> None:
    """A run that is killed leaves files and no manifest."""
    output = tmp_path / "output"
    made(root, output, "H*")
    manifest = output / "brief/de/manifest.json"
    before = manifest.read_bytes()
    manifest.unlink()
    compiled.clear()
    assert all(item.unchanged for item in made(root, output, "H*"))
    assert (manifest.read_bytes(), compiled) == (before, [])


def test_a_run_that_ends_early_tells_of_what_it_made(
    root: Path, tmp_path: Path, compiled: list[str]
) -> None:
    output, project = tmp_path / "output", Project(root)
    order = Order(formats=("dl-leaflet",), profiles=("html",), records=("H*",))
    running = build(project, planned(project, order), output)
    first = next(running)
    running.close()
    (manifest,) = output.rglob("manifest.json")
    told = [entry["name"] for entry in json.loads(manifest.read_bytes())["files"]]
    assert told == [artifact.name for artifact in first.artifacts]
