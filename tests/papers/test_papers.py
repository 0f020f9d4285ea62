"""The papers stay true: what they name is there."""

import hashlib
import re
from pathlib import Path

import pytest

from brochure import __version__
from brochure.cli.main import VERBS

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "DECISIONS.md")
PLACE = re.compile(
    r"`((?:brochure|tests|styles|content|fonts|schema|layout|pdf|document)/[\w./-]+)`"
)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_every_place_that_a_paper_names_exists(name: str) -> None:
    for place in PLACE.findall(text(name)):
        found = (ROOT / place).exists() or (ROOT / "brochure" / place).exists()
        placeholder = re.search(r"/[A-Z]{4}", place)
        assert found or placeholder, f"{name} names {place}"


@pytest.mark.parametrize("name", PAPERS)
def test_every_make_word_and_link_exists(name: str) -> None:
    makefile = text("Makefile")
    for word in re.findall(r"`?make ([a-z-]+)`", text(name)):
        assert re.search(rf"^{word}:", makefile, re.MULTILINE), f"{name} names make {word}"
    for target in re.findall(r"\]\((?!http)([^)]+)\)", text(name)):
        assert (ROOT / target).exists(), f"{name} links {target}"


def test_the_readme_names_every_verb() -> None:
    for verb in VERBS:
        assert f"`brochure {verb}" in text("README.md")


def test_architecture_names_every_room() -> None:
    rooms = [path.name for path in (ROOT / "brochure").iterdir() if (path / "__init__.py").exists()]
    for room in rooms:
        assert f"`brochure/{room}/`" in text("ARCHITECTURE.md"), room


def test_the_changelog_has_this_version() -> None:
    assert f"## {__version__}" in text("CHANGELOG.md")


def test_the_hashes_of_the_fonts_are_right() -> None:
    named = dict(re.findall(r"`([\w-]+\.ttf)` ([0-9a-f]{64})", text("fonts/README.md")))
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "fonts").glob("*/*.ttf")
    }
    assert named == found


def test_the_schemas_that_editors_use_are_those_of_the_model() -> None:
    import json

    from brochure.content import json_schema

    for kind in ("publication", "document"):
        stored = json.loads(text(f"schema/{kind}.schema.json"))
        assert stored == json.loads(json.dumps(json_schema(kind))), "type: brochure schema --write"
