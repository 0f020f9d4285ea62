"""A snapshot is the project's files as they were, whole, and nothing else."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brochure.batch.snapshot import FORGOTTEN, check_out, take
from brochure.batch.store import FolderStore, StoreFailed
from brochure.project import Project

FILES = {
    "content/a/de.yaml": b"title: A",
    "content/a/pictures/a.png": b"same",
    "content/b/de.yaml": b"title: B",
    "fonts/fonts.conf": b"<fontconfig/>",
    "styles/look/look.toml": b"same",
    "output/a/old.pdf": b"",
    "secret.txt": b"",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, data in FILES.items():
        (tmp_path / "project" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "project" / name).write_bytes(data)
    return Project(tmp_path / "project")


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "store")


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_has_what_the_publications_are_made_from(
    project: Project, store: FolderStore, tmp_path: Path
) -> None:
    (project.root / "content/a/link.yaml").symlink_to(project.root / "secret.txt")
    (project.root / "content/a/outside.yaml").symlink_to(tmp_path / "outside")
    (tmp_path / "outside").write_text("not ours")
    copy = check_out(store, take(project, ["a", "a"], store), tmp_path / "copies")
    expected = {n for n in FILES if n.startswith(("content/a/", "fonts/", "styles/"))}
    assert names(copy) == {*expected, "content/a/link.yaml"}  # which leads to a file of the project
    assert all((copy / name).read_bytes() == FILES[name] for name in expected)
    assert b"not ours" not in b"".join(store.read(name) for name in store.list("project"))


def test_what_is_edited_meanwhile_changes_nothing(
    project: Project, store: FolderStore, tmp_path: Path
) -> None:
    snapshot = take(project, ["a"], store)
    (project.root / "content/a/de.yaml").write_bytes(b"title: New")
    later = take(Project(project.root), ["a"], store)
    assert later != snapshot
    copies = [check_out(store, name, tmp_path / "copies") for name in (snapshot, later)]
    assert [(c / "content/a/de.yaml").read_bytes() for c in copies] == [b"title: A", b"title: New"]
    assert take(Project(project.root), ["a"], store) == later


def test_a_copy_is_made_once(project: Project, store: FolderStore, tmp_path: Path) -> None:
    snapshot = take(project, ["a"], store)
    copy = check_out(store, snapshot, tmp_path / "copies")
    (copy / "mark").write_text("")
    assert check_out(store, snapshot, tmp_path / "copies") == copy
    assert (copy / "mark").exists()


def test_processes_that_come_together_share_one(
    project: Project, store: FolderStore, tmp_path: Path
) -> None:
    snapshot = take(project, ["a", "b"], store)
    code = """
import sys
from pathlib import Path
from brochure.batch.snapshot import check_out
from brochure.batch.store import store_at
print(check_out(store_at(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
"""
    words = [sys.executable, "-c", code, store.url, snapshot, str(tmp_path / "copies")]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert {process.communicate()[0].strip() for process in running} == {
        str(tmp_path / "copies" / snapshot)
    }
    assert os.listdir(tmp_path / "copies") == [snapshot]


@pytest.mark.parametrize("damage", [b"", b"other", None])
@pytest.mark.parametrize("part", ["files/", ".json"])
def test_what_is_damaged_in_the_store_is_told(
    part: str, damage: bytes | None, project: Project, store: FolderStore, tmp_path: Path
) -> None:
    snapshot = take(project, ["a"], store)
    name = next(name for name in store.list("project") if part in name)
    store.delete(name) if damage is None else store.write(name, damage)
    with pytest.raises(StoreFailed) as failed:
        check_out(store, snapshot, tmp_path / "copies")
    assert [item.code for item in failed.value.diagnostics] == ["batch/store-damaged"]
    assert os.listdir(tmp_path / "copies") == []


def test_a_list_that_leads_outside_is_refused(store: FolderStore, tmp_path: Path) -> None:
    from hashlib import sha256

    from brochure.diagnostics import Problems

    digest = sha256(b"x").hexdigest()
    listed = json.dumps({"../../escaped": digest}).encode()
    store.write(f"project/files/{digest}", b"x")
    store.write(f"project/{sha256(listed).hexdigest()}.json", listed)
    with pytest.raises(Problems):
        check_out(store, sha256(listed).hexdigest(), tmp_path / "deep" / "copies")
    assert not (tmp_path / "escaped").exists() and not (tmp_path / "deep" / "escaped").exists()


def test_copies_that_nobody_uses_any_more_go(
    project: Project, store: FolderStore, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    for age, name in ((FORGOTTEN + 60, "old"), (60, "young")):
        (copies / name).mkdir(parents=True)
        os.utime(copies / name, (time.time() - age,) * 2)
    snapshot = take(project, ["a"], store)
    check_out(store, snapshot, copies)
    assert set(os.listdir(copies)) == {"young", snapshot}
