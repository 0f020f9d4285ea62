"""An edition is written whole, its manifest tells the truth, and nothing old is left over."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import Problems
from brochure.document.edition import Edition
from brochure.output import confirm, write_edition

FOLDER = "botschaften/de"


def entries(output: Path) -> dict[str, dict[str, Any]]:
    """The manifest's entries by name."""
    content = json.loads((output / FOLDER / "manifest.json").read_text("utf-8"))
    return {entry["name"]: entry for entry in content["files"]}


def names(output: Path) -> set[str]:
    return {path.name for path in (output / FOLDER).iterdir()}


def test_files_then_pictures_then_manifest(tmp_path: Path, make_artifact: Any) -> None:
    written = write_edition(tmp_path, [make_artifact(pages=2)])
    assert written == (
        f"{FOLDER}/a5-brochure.web.pdf",
        f"{FOLDER}/a5-brochure.web.page-1.png",
        f"{FOLDER}/a5-brochure.web.page-2.png",
        f"{FOLDER}/manifest.json",
    )
    assert all((tmp_path / file).is_file() for file in written)


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    assert write_edition(tmp_path, []) == ()
    assert not list(tmp_path.iterdir())


def test_manifest_tells_what_lies_there(tmp_path: Path, make_artifact: Any) -> None:
    artifact = make_artifact(standards=("PDF/UA-1",))
    write_edition(tmp_path, [artifact])
    found = entries(tmp_path)
    for name, entry in found.items():
        data = (tmp_path / FOLDER / name).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == len(data)
    entry = found[artifact.name]
    assert (entry["pages"], entry["profile"], entry["language"]) == (2, "web", "de")
    assert entry["standards"] == ["PDF/UA-1"]
    assert entry["inputs"] == [{"file": "content/botschaften/de.yaml", "sha256": "0" * 64}]
    assert found["a5-brochure.web.page-2.png"]["shows"] == artifact.name


def test_same_artifacts_give_same_bytes(tmp_path: Path, make_artifact: Any) -> None:
    artifacts = [make_artifact()]
    for name in ("one", "two"):
        written = write_edition(tmp_path / name, artifacts)
    for file in written:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert str(tmp_path) not in (tmp_path / "one" / FOLDER / "manifest.json").read_text()


def test_other_formats_stay_in_the_manifest(tmp_path: Path, make_artifact: Any) -> None:
    write_edition(tmp_path, [make_artifact("dl-leaflet.web.pdf")])
    write_edition(tmp_path, [make_artifact("a5-brochure.web.pdf")])
    assert {"dl-leaflet.web.pdf", "a5-brochure.web.pdf"} <= set(entries(tmp_path))


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_entry_of_another_file_drops_out(tmp_path: Path, make_artifact: Any, damage: str) -> None:
    write_edition(tmp_path, [make_artifact("dl-leaflet.web.pdf")])
    path = tmp_path / FOLDER / "dl-leaflet.web.pdf"
    path.unlink() if damage == "gone" else path.write_bytes(b"changed by hand")
    write_edition(tmp_path, [make_artifact("a5-brochure.web.pdf")])
    assert "dl-leaflet.web.pdf" not in entries(tmp_path)
    assert path.exists() == (damage == "changed")


@pytest.mark.parametrize("old", ["", "{", "[]", '{"files": [{"name": "../../x", "sha256": ""}]}'])
def test_damaged_manifest_is_written_anew(tmp_path: Path, make_artifact: Any, old: str) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "manifest.json").write_text(old)
    write_edition(tmp_path, [make_artifact(pages=1)])
    assert set(entries(tmp_path)) == {"a5-brochure.web.pdf", "a5-brochure.web.page-1.png"}


def test_pictures_of_former_pages_go(tmp_path: Path, make_artifact: Any) -> None:
    write_edition(tmp_path, [make_artifact(pages=10)])
    write_edition(tmp_path, [make_artifact(pages=2)])
    pictures = {name for name in names(tmp_path) if name.endswith(".png")}
    assert pictures == {"a5-brochure.web.page-1.png", "a5-brochure.web.page-2.png"}


def test_pictures_go_also_where_the_manifest_is_lost(tmp_path: Path, make_artifact: Any) -> None:
    write_edition(tmp_path, [make_artifact(pages=3)])
    (tmp_path / FOLDER / "manifest.json").unlink()
    write_edition(tmp_path, [make_artifact(pages=2)])
    assert "a5-brochure.web.page-3.png" not in names(tmp_path)


def test_a_poster_that_is_no_more_goes_with_its_picture(tmp_path: Path, make_artifact: Any) -> None:
    posters = [make_artifact(f"a2-poster-{number}.web.pdf", 1) for number in (1, 2)]
    write_edition(tmp_path, posters)
    write_edition(tmp_path, posters[:1])
    assert names(tmp_path) == {
        "a2-poster-1.web.pdf",
        "a2-poster-1.web.page-1.png",
        "manifest.json",
    }


def test_other_profiles_of_the_edition_stay(tmp_path: Path, make_artifact: Any) -> None:
    write_edition(tmp_path, [make_artifact("a5-brochure.print.pdf", profile="print")])
    write_edition(tmp_path, [make_artifact()])
    assert {"a5-brochure.print.pdf", "a5-brochure.web.pdf"} <= set(entries(tmp_path))


def test_a_file_made_by_hand_is_never_removed(tmp_path: Path, make_artifact: Any) -> None:
    posters = [make_artifact(f"a2-poster-{number}.web.pdf", 1) for number in (1, 2)]
    write_edition(tmp_path, posters)
    (tmp_path / FOLDER / "a2-poster-2.web.pdf").write_bytes(b"by hand")
    (tmp_path / FOLDER / "note.txt").write_text("by hand")
    write_edition(tmp_path, posters[:1])
    assert {"a2-poster-2.web.pdf", "note.txt"} <= names(tmp_path)


def test_confirmed_standards_hold_for_exactly_these_bytes(
    tmp_path: Path, make_artifact: Any
) -> None:
    artifact = make_artifact()
    write_edition(tmp_path, [artifact])
    confirm(tmp_path, artifact.edition, {artifact.name: ["PDF/UA-1"]})
    write_edition(tmp_path, [artifact])
    assert entries(tmp_path)[artifact.name]["standards"] == ["PDF/UA-1"]
    write_edition(tmp_path, [replace(artifact, data=make_artifact(pages=3).data)])
    assert entries(tmp_path)[artifact.name]["standards"] == []


def test_what_is_confirmed_can_be_taken_back(tmp_path: Path, make_artifact: Any) -> None:
    artifact = make_artifact(standards=("PDF/UA-1",))
    write_edition(tmp_path, [artifact])
    confirm(tmp_path, artifact.edition, {artifact.name: []})
    assert entries(tmp_path)[artifact.name]["standards"] == []


@pytest.mark.parametrize("name", ["../x.pdf", "/x.pdf", "a/b.pdf", "", "..", "a\\b.pdf", "c:x.pdf"])
def test_names_that_lead_out_are_refused(tmp_path: Path, make_artifact: Any, name: str) -> None:
    with pytest.raises(Problems) as caught:
        write_edition(tmp_path / "output", [make_artifact(name, 1)])
    assert [found.code for found in caught.value.diagnostics] == ["output/outside"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("publication", ["..", "/etc", "a/../../b", "a\0b"])
def test_folders_that_lead_out_are_refused(
    tmp_path: Path, make_artifact: Any, publication: str
) -> None:
    edition = Edition(publication, "de", "a5-brochure", ("web",))
    with pytest.raises(Problems):
        write_edition(tmp_path / "output", [make_artifact(edition=edition)])
    assert not list(tmp_path.iterdir())


def test_a_file_that_has_not_changed_is_left_alone(tmp_path: Path, make_artifact: Any) -> None:
    """Its time stays, so that nobody copies or reads it again."""
    made = make_artifact()
    write_edition(tmp_path, [made])
    file = tmp_path / "botschaften/de/a5-brochure.web.pdf"
    os.utime(file, (1, 1))
    write_edition(tmp_path, [replace(made, title="new")])
    assert file.stat().st_mtime == 1
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    write_edition(tmp_path, [made])
    assert file.read_bytes() == made.data
