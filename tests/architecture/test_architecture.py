"""The house rules that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochure.diagnostics.messages import LANGUAGES, _entry, codes
from brochure.document.blocks import BLOCK_TYPES

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "brochure"
MODULES = sorted(PACKAGE.rglob("*.py"))
WRITERS = {"output", "cache.py", "cli/speech.py"}  # the last: Click's help formatter
LONGEST = 60


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_only_output_writes(path: Path) -> None:
    room = name_of(path).split("/")[0]
    for call in calls(tree_of(path)):
        word = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        assert word != "print" or room == "cli", f"{path}:{call.lineno} prints"
        if word in ("write_text", "write_bytes", "mkstemp", "replace_files"):
            assert {room, name_of(path)} & WRITERS, f"{path}:{call.lineno} writes"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST, f"{path}:{node.lineno} {node.name} has {length} lines"


def test_no_room_is_a_drawer() -> None:
    for path in MODULES:
        assert not re.search(r"util|helper|manager|misc|common", path.stem), path


def test_every_check_says_why() -> None:
    for path in sorted((PACKAGE / "check").glob("*/*.py")):
        if path.stem != "__init__":
            assert "Rationale:" in (ast.get_docstring(tree_of(path)) or ""), path


USED = re.compile(
    r'"((?:access|batch|condition|report|content|merge|records|picture|html|layout|pdf|print|project|output|package|sheet|cli|tools)/[a-z0-9-]+)"'
)


def test_every_code_has_a_sentence() -> None:
    texts = {path: path.read_text("utf-8") for path in MODULES}
    used = {code for text in texts.values() for code in USED.findall(text)}
    assert used <= codes(), used - codes()


def test_every_variant_of_a_code_has_a_sentence() -> None:
    for path in MODULES:
        for call in calls(tree_of(path)):
            words = {item.arg: item.value for item in call.keywords}
            code, variant = call.args[:1], words.get("variant")
            if code and isinstance(code[0], ast.Constant) and isinstance(variant, ast.Constant):
                assert f"{code[0].value}/{variant.value}" in codes(), f"{path}:{call.lineno}"


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_sentence_has_both_languages_with_the_same_values(code: str) -> None:
    entry = _entry(code)
    for kind in ("{}", "hint_{}"):
        found = [entry.get(kind.format(language)) for language in LANGUAGES]
        assert all(found) or not any(found), f"{code} lacks a language"
    for language in LANGUAGES:
        assert entry[language].strip()
    values = [set(re.findall(r"\{(\w+)\}", entry[language])) for language in LANGUAGES]
    assert values[0] == values[1], code


@pytest.mark.parametrize("kind", BLOCK_TYPES)
def test_every_block_has_model_template_and_style(kind: str) -> None:
    template = PACKAGE / "html/templates/blocks" / f"{kind}.html.j2"
    assert template.is_file()
    assert "place(block" in template.read_text("utf-8")
    styles = "".join(p.read_text("utf-8") for p in (ROOT / "styles/ermoeglicher").glob("*.css"))
    assert re.search(rf"\.{kind}\b", styles), kind


def test_nothing_committed_names_a_registry_or_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    hosts = [
        "pypi" + ".org",
        "python" + "hosted",
        "npm" + "js.",
        "maven" + ".org",
        "crates" + ".io",
    ]
    machine = re.compile("/(?:wor" + "k|ho" + "me/[a-z]+|ro" + "ot)/")
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in (".ttf", ".png") or not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        assert not [host for host in hosts if host in text], name
        assert not machine.search(text), name
