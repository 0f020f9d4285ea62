"""Cases as files: what is told about each bad one, as a person sees it; a good one is read.

`pytest --update` writes the files `expected.txt` anew; read the difference.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from brochure.content import read_document, read_publication
from brochure.diagnostics import Problems
from brochure.diagnostics.show import show
from brochure.document.document import Publication, Source

CASES = Path(__file__).parent / "cases"
BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())
GOOD = sorted(path for path in (CASES / "good").iterdir() if path.is_dir())
# One name is composed as macOS does it; the case `no-pictures` has none.
PICTURES = ("neon.svg", "tu\N{COMBINING DIAERESIS}rme.png")


def read(case: Path) -> Source | Publication:
    (file,) = case.glob("*.yaml")
    if file.name == "publication.yaml":
        return read_publication(file.name, file.read_bytes())[0]
    pictures = () if case.name == "no-pictures" else PICTURES
    return read_document(file.name, file.read_bytes(), "de", pictures)


def told(case: Path) -> str:
    """What a person reads, line ends and undecodable bytes as the command shows them."""
    with pytest.raises(Problems) as caught:
        read(case)
    (file,) = case.glob("*.yaml")
    lines = file.read_bytes().decode("utf-8", "replace").splitlines()
    shown = [show(finding, "en", lambda _: lines) for finding in caught.value.diagnostics]
    return "\n\n".join(shown) + "\n"


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad(case: Path, request: pytest.FixtureRequest) -> None:
    expected = case / "expected.txt"
    shown = told(case)
    if request.config.getoption("--update", default=False):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_in_german(case: Path) -> None:
    with pytest.raises(Problems) as caught:
        read(case)
    for finding in caught.value.diagnostics:
        assert "Fehler[" in show(finding, "de", lambda _: [])


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good(case: Path) -> None:
    found = read(case)
    assert (found.document.title if isinstance(found, Source) else found.title).strip()


def sentences() -> dict[str, dict[str, str]]:
    file = files("brochure.diagnostics").joinpath("sentences", "content.toml")
    return tomllib.loads(file.read_text("utf-8"))


def places_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("code", sentences())
def test_a_sentence_is_there_in_both_languages_with_the_same_values(code: str) -> None:
    entry = sentences()[code]
    assert {"en", "de"} <= entry.keys() <= {"en", "de", "hint_en", "hint_de"}
    assert places_in(entry["en"]) == places_in(entry["de"])
    assert places_in(entry.get("hint_en", "")) == places_in(entry.get("hint_de", ""))


def codes_in_cases() -> Iterator[str]:
    for case in BAD:
        for line in (case / "expected.txt").read_text("utf-8").splitlines():
            if "error[" in line:
                yield line.partition("error[")[2].partition("]")[0]


TOLD_ELSEWHERE = {
    "content/too-large",  # test_limits.py
    "content/too-many-values",  # test_limits.py
    "content/wrong-type",  # test_problems.py
}


def test_every_sentence_is_told_by_a_case() -> None:
    assert set(codes_in_cases()) | TOLD_ELSEWHERE == sentences().keys()
