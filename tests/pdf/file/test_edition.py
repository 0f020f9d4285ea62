"""A real edition, read by pikepdf and written anew: the same pages, the same standards."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from brochure.catalog import Profile
from brochure.pdf.file import written
from brochure.tools import verapdf
from tests.editions.conftest import ROOT, built
from tests.pdf.file.reread import body_of
from tests.pdf.file.test_file import opened

__all__ = ["built"]
NAMES = ("web", "archive")
IDENTITY = bytes(range(16))


@pytest.fixture(scope="module")
def anew(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """For each profile the file as it was and the file written anew."""
    folder = tmp_path_factory.mktemp("anew")
    files = {}
    for name in NAMES:
        before, after = built / f"a5-brochure.{name}.pdf", folder / f"{name}.pdf"
        body = body_of(before.read_bytes())
        after.write_bytes(written(body, Profile.named(name).pdf_version, IDENTITY))
        files[name] = before, after
    return files


@pytest.mark.parametrize("name", NAMES)
def test_all_pages_look_the_same(anew: dict[str, tuple[Path, Path]], name: str) -> None:
    before, after = (_pictures(file) for file in anew[name])
    assert len(before) == 12
    assert before == after


def _pictures(file: Path) -> list[bytes]:
    document = pypdfium2.PdfDocument(file)
    pictures = [page.render(scale=1.5).to_pil().tobytes() for page in document]
    document.close()
    return pictures


@pytest.mark.parametrize("name", NAMES)
def test_its_hints_are_true_and_it_is_no_larger(
    anew: dict[str, tuple[Path, Path]], name: str
) -> None:
    before, after = anew[name]
    opened(after.read_bytes()).close()
    assert after.stat().st_size < before.stat().st_size * 1.01


@pytest.mark.skipif(shutil.which("mutool") is None, reason="mutool (mupdf-tools) is not here")
@pytest.mark.parametrize("name", NAMES)
def test_mupdf_reads_it_without_a_repair(anew: dict[str, tuple[Path, Path]], name: str) -> None:
    done = subprocess.run(
        ["mutool", "info", str(anew[name][1])], capture_output=True, text=True, check=True
    )
    assert "Pages: 12" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", NAMES)
def test_verapdf_confirms_its_standards(anew: dict[str, tuple[Path, Path]], name: str) -> None:
    command = verapdf.find(ROOT)
    if command is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    assert command is not None, "in CI veraPDF must be there"
    for standard in Profile.named(name).standards:
        (verdict,) = verapdf.validate(command, [anew[name][1]], standard.flavour)
        assert verdict.failures == ()
        assert verdict.compliant
