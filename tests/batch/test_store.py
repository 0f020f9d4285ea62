"""Every kind of store keeps the same promises."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from object_service import s3_environment

from brochure.batch.absent import Absent
from brochure.batch.store import FolderStore, Store, StoreFailed, has, store_at
from brochure.diagnostics import Problems
from brochure.output.files import TEMPORARY

KINDS = ("folder", "file", "memory", "s3")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    urls: dict[str, Callable[[], str]] = {
        "folder": lambda: str(tmp_path / "a"),
        "file": lambda: f"file://{tmp_path}/b",
        "memory": lambda: f"memory://{tmp_path.name}",
        "s3": lambda: f"{request.getfixturevalue('s3')}/{tmp_path.name}",
    }
    return store_at(urls[request.param]())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:botocore")
def test_what_is_written_is_read(store: Store) -> None:
    assert store.size("a/b.pdf") is None
    with pytest.raises(FileNotFoundError):
        store.read("a/b.pdf")
    assert list(store.list("a")) == []
    for name, data in (("a/b.pdf", b"one"), ("a/c/d.pdf", b"two"), ("e.pdf", b"")):
        store.write(name, data)
        assert store.size(name) == len(data) and store.read(name) == data
    store.write("a/b.pdf", b"three")
    assert store_at(store.url).read("a/b.pdf") == b"three"
    assert list(store.list("a")) == ["a/b.pdf", "a/c/d.pdf"]
    store.delete("a/b.pdf")
    store.delete("a/b.pdf")
    store.sweep("a")
    assert list(store.list("a")) == ["a/c/d.pdf"]


def test_a_file_is_known_by_its_hash(store: Store) -> None:
    store.write("a.pdf", b"one")
    assert has(store, "a.pdf", sha256(b"one").hexdigest())
    assert not has(store, "a.pdf", sha256(b"two").hexdigest())
    assert not has(store, "b.pdf", sha256(b"one").hexdigest())


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "a//b", "a\\b"])
def test_nothing_is_written_outside(store: Store, name: str) -> None:
    with pytest.raises((Problems, ValueError)):
        store.write(name, b"")


def test_what_another_process_wrote_is_seen_at_once(s3: str) -> None:
    store = store_at(f"{s3}/seen")
    assert list(store.list("a")) == [] and store.size("a/b") is None
    code = """
import sys
from brochure.batch.store import store_at
store_at(sys.argv[1]).write("a/b", b"")
"""
    subprocess.run([sys.executable, "-c", code, store.url], check=True)
    assert list(store.list("a")) == ["a/b"] and store.size("a/b") == 0


def test_a_store_that_nobody_serves_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in s3_environment("http://127.0.0.1:9").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    import s3fs

    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    s3fs.S3FileSystem.clear_instance_cache()
    store = store_at("s3://bucket/a")
    with pytest.raises(StoreFailed) as failed:
        store.write("a", b"")
    assert [item.code for item in failed.value.diagnostics] == ["batch/store-unreachable"]
    s3fs.S3FileSystem.clear_instance_cache()


def test_a_bucket_that_is_not_there_is_told(s3: str) -> None:
    store = store_at(f"{s3}-not-there/a")
    with pytest.raises(StoreFailed):
        store.write("a", b"")


def test_an_address_that_no_library_knows_is_told() -> None:
    with pytest.raises(Absent) as absent:
        store_at("nowhere://a")
    assert [item.code for item in absent.value.diagnostics] == ["batch/store-unknown"]


def test_a_folder_that_takes_no_more_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(StoreFailed) as failed:
        FolderStore(tmp_path / "a").write("b/c", b"")
    assert [item.code for item in failed.value.diagnostics] == ["output/failed"]


def test_what_killed_writers_left_is_no_file_and_is_removed(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.write("a/b", b"")
    code = """
import os, sys
from pathlib import Path
from brochure.output import write_file
os.replace = lambda *names: os.kill(os.getpid(), 9)
write_file(Path(sys.argv[1], "c"), b"half")
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a")])
    live = tmp_path / "a" / f"{TEMPORARY}alone-elsewhere-1-x"
    live.write_text("of another machine")
    assert len(os.listdir(tmp_path / "a")) == 3
    assert list(store.list("a")) == ["a/b"]
    store.sweep("a")
    assert sorted(os.listdir(tmp_path / "a")) == [live.name, "b"]


def test_a_file_has_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_text("")
    FolderStore(tmp_path).write("a", b"")
    assert (tmp_path / "a").stat().st_mode == usual.stat().st_mode
