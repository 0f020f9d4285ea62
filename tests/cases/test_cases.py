"""Small publications, and what becomes of them, in files beside them: tags, facts, HTML, pages.

`pytest --update` writes the files `expected.*` and `*.tags.txt` anew; read the difference.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.catalog import Format, Language, Profile
from brochure.document.edition import Edition
from brochure.html import Renderer, units_of
from brochure.language import typeset
from brochure.planning import publication
from brochure.project import Project
from brochure.reading import look_of, read_source
from brochure.tools import verapdf
from tests.cases.facts import facts, tags
from tests.editions.permitted import DIFFERENCES, alike
from tests.editions.said import Said, said_by_html, said_by_pdf, shown
from tests.editions.valid import faults
from tests.pages import compare_page, painted

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent
NAMES = sorted(path.parent.name for path in CASES.glob("*/publication.yaml"))
SHOWN_UNIT = {"minimal": "introduction", "all-blocks": "daten"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of all cases, with the look and the fonts of the repository."""
    root = tmp_path_factory.mktemp("cases")
    for name in ("styles", "fonts"):
        shutil.copytree(ROOT / name, root / name)
    for name in NAMES:
        shutil.copytree(CASES / name, root / "content" / name, ignore=_expected)
    return Project(root)


@pytest.fixture(scope="module")
def output(project: Project) -> Path:
    """The output folder of that project, everything built strictly."""
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "--project", str(project.root), "build", "--strict"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return project.output


def _expected(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.startswith("expected.")]


def compare(request: pytest.FixtureRequest, expected: Path, found: str) -> None:
    if request.config.getoption("--update"):
        expected.write_text(found, "utf-8")
    assert expected.is_file(), f"{expected} is not there yet; run with --update and read it"
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_tags(output: Path, name: str, request: pytest.FixtureRequest) -> None:
    found = tags(output / name / "de" / "a5-brochure.web.pdf")
    compare(request, CASES / name / "expected.tags.txt", found)


def test_verapdf_confirms_every_case(output: Path) -> None:
    """Tables, steps, notes and all: the first publication does not have every block."""
    command = verapdf.find(ROOT)
    if command is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    assert command is not None, "in CI veraPDF must be there"
    for profile in map(Profile.named, ("web", "archive")):
        files = sorted(output.rglob(f"*.{profile.name}.pdf"))
        for standard in profile.standards:
            verdicts = verapdf.validate(command, files, standard.flavour)
            assert len(verdicts) == len(NAMES)
            assert [verdict for verdict in verdicts if not verdict.compliant] == []


@pytest.mark.parametrize("name", NAMES)
def test_facts(output: Path, name: str, request: pytest.FixtureRequest) -> None:
    found = facts(output / name / "de" / "a5-brochure.web.pdf")
    compare(request, CASES / name / "expected.facts.txt", found)


def said_by_both(folder: Path) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    twin = (folder / "a5-brochure.html").read_text("utf-8")
    assert faults(twin) == []
    return said_by_html(twin), said_by_pdf((folder / "a5-brochure.web.pdf").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_twin_says_what_the_tag_tree_says(output: Path, name: str) -> None:
    twin, pdf = said_by_both(output / name / "de")
    assert shown(alike(twin)) == shown(alike(pdf))


@pytest.mark.parametrize("left_out", DIFFERENCES)
def test_no_difference_is_permitted_in_vain(output: Path, left_out: Callable[..., object]) -> None:
    twin, pdf = said_by_both(output / "all-blocks" / "de")
    for difference in DIFFERENCES:
        if difference is not left_out:
            twin, pdf = difference(twin), difference(pdf)
    assert shown(twin) != shown(pdf)


@pytest.mark.parametrize("name", NAMES)
def test_html_of_one_unit(project: Project, name: str, request: pytest.FixtureRequest) -> None:
    edition = Edition(name, "de", "a5-brochure", ("web",))
    source, settings = read_source(project, edition), publication(project, name)
    language, format_ = Language.named("de"), Format.named("a5-brochure")
    document = typeset(source.document, language)
    look = look_of(project, settings.look, format_.kind)
    renderer = Renderer(settings, document, source, look, format_, language)
    (units,) = units_of(document, format_)
    unit = next(unit for unit in units if unit.name == SHOWN_UNIT[name])
    numbers = {section.id: index for index, section in enumerate(document.messages, start=3)}
    compare(request, CASES / name / "expected.html", renderer.html(unit, "right", numbers).html)


@pytest.mark.parametrize("number", [3, 4, 5, 6, 7])
def test_pages_of_every_block(
    output: Path, number: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    found = painted(output / "all-blocks" / "de" / "a5-brochure.web.pdf", number)
    compare_page(request, CASES / f"all-blocks/expected.pages/{number}.png", found, tmp_path)


def test_tags_of_the_first_publication(built: Path, request: pytest.FixtureRequest) -> None:
    """All its files: a change of a template or of the engine shows here what readers will hear."""
    files = sorted(built.glob("*.pdf"))
    found = "".join(f"== {file.name}\n{tags(file)}" for file in files)
    compare(request, CASES / "botschaften.tags.txt", found)
