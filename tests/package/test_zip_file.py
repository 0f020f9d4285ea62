"""The ZIP itself."""

import hashlib
import time
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from brochure.package import zipped

FILES = {"print/a.pdf": b"%PDF", "ticket.json": b"{}" * 100, "README.de.txt": b"Stra\xc3\x9fe"}


def test_sums_are_those_of_all_other_files() -> None:
    with ZipFile(BytesIO(zipped("job", FILES))) as archive:
        assert archive.namelist() == sorted(f"job/{name}" for name in (*FILES, "SHA256SUMS"))
        lines = archive.read("job/SHA256SUMS").decode().splitlines()
        sums = dict(reversed(line.split("  ")) for line in lines)
        assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
        assert {name: archive.read(f"job/{name}") for name in FILES} == FILES


def test_neither_clock_nor_order_nor_machine_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    first = zipped("job", FILES)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("sys.platform", "win32")
    assert zipped("job", dict(reversed(FILES.items()))) == first
    with ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}


def test_what_is_packed_already_is_stored() -> None:
    with ZipFile(BytesIO(zipped("job", FILES))) as archive:
        stored = {e.filename for e in archive.infolist() if e.compress_type == ZIP_STORED}
    assert stored == {"job/print/a.pdf"}
