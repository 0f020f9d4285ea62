"""Remembered declarations: the engine finds in them all that cffi would have given it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LOAD = """
import sys
from pathlib import Path

import pytest
from brochure.layout.loading import load_engine
load_engine(lambda file: b"", Path("fonts"))
from weasyprint.text.ffi import ffi, pango
"""

SAME = """
import ast, inspect, re
import cffi, weasyprint
from weasyprint.text import ffi as module

source = inspect.getsource(module)
(text,) = re.findall(r"ffi\\.cdef\\('''(.*?)'''\\)", source, re.DOTALL)
real = cffi.FFI()
real.cdef(text)
for kinds in zip(real.list_types(), ffi.list_types(), strict=True):
    assert sorted(kinds[0]) == sorted(kinds[1])
for name in real.list_types()[0] + [f"struct {name}" for name in real.list_types()[1]]:
    there, here = real.typeof(name), ffi.typeof(name)
    assert there.kind == here.kind, name
    if there.kind == "struct" and there.fields:
        assert real.sizeof(name) == ffi.sizeof(name), name
        assert [n for n, _ in there.fields] == [n for n, _ in here.fields], name
    if there.kind == "enum":
        assert there.relements == here.relements, name

folder = Path(weasyprint.__file__).parent
sources = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
assert all(hasattr(ffi, name) for name in re.findall(r"\\bffi\\.([a-zA-Z_]+)\\(", sources))
print("same")
"""


def run(code: str, cache: Path) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", LOAD + code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_parsed_once_and_then_without_cffi(tmp_path: Path) -> None:
    loaded = 'print("cffi.cparser" in sys.modules)'
    assert [run(loaded, tmp_path) for _ in range(2)] == ["True\n", "False\n"]


def test_damaged_declarations_are_parsed_again(tmp_path: Path) -> None:
    units = "print(pango.pango_units_from_double(2))"
    expected = run(units, tmp_path)
    (file,) = (tmp_path / "brochure" / "declarations").iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert run(units, tmp_path) == expected


def test_same_types_as_cffi_gives(tmp_path: Path) -> None:
    """Also that the engine hands its declarations over in one text, and takes nothing else."""
    assert [run(SAME, tmp_path) for _ in range(2)] == ["same\n", "same\n"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_library_stays_until_the_process_ends(tmp_path: Path) -> None:
    """What it frees may be freed after it: Python ends in any order, and would crash."""
    code = (
        "from weasyprint.text.ffi import harfbuzz_subset\n"
        "ffi.dlclose(harfbuzz_subset)\n"
        "print('libharfbuzz-subset' in Path('/proc/self/maps').read_text())"
    )
    assert run(code, tmp_path) == "True\n"
