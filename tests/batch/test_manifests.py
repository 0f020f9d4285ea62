"""A folder's manifest after a job: what was made, what lies there from before, nothing else."""

import json
from pathlib import Path
from typing import Any

from brochure.batch.journal import Line
from brochure.batch.manifests import Listing
from brochure.batch.store import FolderStore
from brochure.document.edition import Edition


def entry(name: str, record: str, sha256: str = "0", **more: object) -> dict[str, Any]:
    facts = {"format": "a5", "profile": "web", "record": record, **more}
    return {"name": name, "sha256": sha256, "bytes": 1, **facts}


def line(record: str, *entries: dict[str, Any], language: str = "de") -> Line:
    return Line(Edition("a", language, "a5", ("web",), record, record), entries)


def write_manifests(store: FolderStore, lines: list[Line]) -> None:
    listing = Listing()
    for line in lines:
        listing.add(line.edition, line.files)
    listing.write(store)


def listed(store: FolderStore, folder: str = "a/de") -> list[str]:
    files = json.loads(store.read(f"{folder}/manifest.json"))["files"]
    return [item["name"] for item in files]


def test_a_job_adds_to_what_lies_there(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    for name in ("one.pdf", "one.page-2.png", "two.pdf", "three.pdf"):
        store.write(f"a/de/{name}", b"x")
    one = (entry("one.pdf", "1", standards=["PDF/UA-1"]), entry("one.page-2.png", "1"))
    write_manifests(store, [line("1", *one), line("2", entry("two.pdf", "2"))])
    gone = line("4", entry("removed.pdf", "4"))
    write_manifests(store, [line("3", entry("three.pdf", "3")), gone])
    assert listed(store) == [
        "one.page-2.png",
        "one.pdf",
        "removed.pdf",
        "three.pdf",
        "two.pdf",
    ]
    # Record 1 has one page now; record 2 failed, so what it was stays.
    again = line("1", entry("one.pdf", "1", standards=[]))
    write_manifests(store, [again, Line(line("2").edition)])
    assert listed(store) == ["one.pdf", "three.pdf", "two.pdf"]
    assert store.size("a/de/one.page-2.png") is None
    files = json.loads(store.read("a/de/manifest.json"))["files"]
    assert files[0]["standards"] == ["PDF/UA-1"]  # which holds for the same bytes


def test_each_folder_has_its_own(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    write_manifests(store, [line("1", entry("a.pdf", "1"), language=code) for code in ("de", "en")])
    assert listed(store, "a/de") == listed(store, "a/en") == ["a.pdf"]


def test_nothing_made_writes_nothing(tmp_path: Path) -> None:
    write_manifests(FolderStore(tmp_path), [line("1")])
    assert not list(tmp_path.iterdir())


def test_a_manifest_is_the_json_that_it_was_before_it_was_written_in_pieces() -> None:
    from brochure.output.manifest import manifest

    edition = line("1").edition
    for entries in ([], [entry("b\u2028ä.pdf", "1"), entry("a.pdf", "2", inputs=[{"file": "x"}])]):
        text = manifest(edition, entries).decode()
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
        assert [item["name"] for item in json.loads(text)["files"]] == sorted(
            item["name"] for item in entries
        )
