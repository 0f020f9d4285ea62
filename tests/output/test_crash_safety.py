"""Whatever happens between two writes: the old files are whole, or the new ones are."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import Problems
from brochure.output import write_edition, write_files
from brochure.output.files import TEMPORARY

FOLDER = "botschaften/de"
Call = Callable[..., Any]


def fails_at(number: int, call: Call, error: BaseException) -> Call:
    """A call that fails the n-th time."""
    count = 0

    def failing(*args: Any, **kwargs: Any) -> Any:
        nonlocal count
        count += 1
        if count == number:
            raise error
        return call(*args, **kwargs)

    return failing


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize(
    ("code", "number_of_error"),
    [
        ("output/disk-full", errno.ENOSPC),
        ("output/read-only", errno.EROFS),
        ("output/not-allowed", errno.EACCES),
        ("output/failed", errno.EIO),
    ],
)
def test_failing_disk_leaves_the_last_good_files(
    tmp_path: Path,
    make_artifact: Any,
    blank_pdf: Any,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
    number_of_error: int,
) -> None:
    write_edition(tmp_path, [make_artifact(pages=2)])
    before = contents(tmp_path / FOLDER)
    error = OSError(number_of_error, os.strerror(number_of_error))
    monkeypatch.setattr(os, "fsync", fails_at(number, os.fsync, error))
    with pytest.raises(Problems) as caught:
        write_edition(tmp_path, [make_artifact(pages=2, data=blank_pdf(2, (300, 400)))])
    finding = caught.value.diagnostics[0]
    assert finding.code == code
    assert str(tmp_path / FOLDER) in dict(finding.values)["path"]
    assert contents(tmp_path / FOLDER) == before


def test_stop_between_two_renames_leaves_whole_files_and_a_true_manifest(
    tmp_path: Path, make_artifact: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = make_artifact(pages=2), make_artifact(pages=3)
    write_edition(tmp_path, [old])
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fails_at(2, os.replace, KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            write_edition(tmp_path, [new])
    found = contents(tmp_path / FOLDER)
    assert found[new.name] == new.data
    assert not [name for name in found if name.startswith(TEMPORARY)]
    written = write_edition(tmp_path, [new])
    assert set(contents(tmp_path / FOLDER)) == {Path(file).name for file in written}


def test_all_bytes_are_on_the_disk_before_the_first_rename(
    tmp_path: Path, make_artifact: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    for name in ("fsync", "replace"):
        call = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, n=name, c=call: (calls.append(n), c(*args))[1])
    write_edition(tmp_path, [make_artifact(pages=1)])
    assert calls == ["fsync"] * 3 + ["replace"] * 2 + ["fsync", "replace", "fsync"]


def test_leftovers_of_a_killed_run_go(tmp_path: Path, make_artifact: Any) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / f"{TEMPORARY}a5-brochure.web.pdf").write_bytes(b"%PDF-half")
    write_edition(tmp_path, [make_artifact()])
    assert not [name for name in contents(tmp_path / FOLDER) if name.startswith(TEMPORARY)]


def test_a_folder_in_the_way_is_met_before_the_first_rename(
    tmp_path: Path, make_artifact: Any
) -> None:
    (tmp_path / FOLDER / "a5-brochure.web.page-2.png").mkdir(parents=True)
    with pytest.raises(Problems) as caught:
        write_edition(tmp_path, [make_artifact(pages=2)])
    assert caught.value.diagnostics[0].code == "output/folder-in-the-way"
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["a5-brochure.web.page-2.png"]


def test_a_file_in_place_of_the_output_folder(tmp_path: Path, make_artifact: Any) -> None:
    (tmp_path / "output").write_text("not a folder")
    with pytest.raises(Problems) as caught:
        write_edition(tmp_path / "output", [make_artifact()])
    assert caught.value.diagnostics[0].code == "output/failed"


def test_files_are_readable_by_others_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_files(tmp_path, "schema", {"a.json": b"{}"})
    finally:
        os.umask(before)
    assert (tmp_path / "schema" / "a.json").stat().st_mode & 0o777 == 0o644


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from brochure.output.folder import locked
        with locked(Path(sys.argv[1])):
            print("locked", flush=True)
            time.sleep(60)
    """)
    command = [sys.executable, "-c", program, str(tmp_path / "schema")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout and first.stdout.readline() == "locked\n"
        call = "import sys; from pathlib import Path; from brochure.output import write_files\n"
        call += "write_files(Path(sys.argv[1]), 'schema', {'a': b'new'})"
        with subprocess.Popen([sys.executable, "-c", call, str(tmp_path)]) as second:
            time.sleep(0.5)
            assert second.poll() is None
            first.send_signal(signal.SIGKILL)
            assert second.wait(10) == 0
    assert (tmp_path / "schema" / "a").read_bytes() == b"new"
