"""Templates from memory say the same, and what has changed is compiled again."""

from pathlib import Path

import pytest

from brochure.diagnostics import Problems
from brochure.document.look import Look
from brochure.html.environment import environment, template_problems

FAULTY = "line\n{{ 1 // number }}"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "brochure" / "templates"


def look(text: str) -> Look:
    templates = {"a.html.j2": ("styles/x/templates/a.html.j2", text)}
    return Look("x", families=(), colours=(), stylesheets=(), templates=templates)


def rendered(text: str, **values: object) -> str:
    with template_problems(look(text)):
        return environment(look(text), {}).get_template("a.html.j2").render(values)


def test_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("{{ word }}", word="<") == "&lt;"
    monkeypatch.setattr("jinja2.Environment.compile", None)
    assert rendered("{{ word }}", word="é") == "é"
    assert len(list(kept.iterdir())) == 1


def test_a_changed_template_is_another_one() -> None:
    assert rendered("old") == "old"
    assert rendered("new") == "new"


def test_damaged_bytecode_is_made_again(kept: Path) -> None:
    rendered("{{ word }}", word="a")
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert rendered("{{ word }}", word="b") == "b"


def test_a_fault_is_told_at_its_line_from_memory_too() -> None:
    rendered(FAULTY, number=1)
    with pytest.raises(Problems) as caught:
        rendered(FAULTY, number=0)
    (finding,) = caught.value.diagnostics
    assert str(finding.span).startswith("styles/x/templates/a.html.j2:2")
