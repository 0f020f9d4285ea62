"""Help answers at once, in the person's language, and names every verb and option."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from brochure import __version__
from brochure.check.registry import all_checks
from brochure.cli.main import VERBS
from brochure.cli.speech import Option
from brochure.diagnostics import messages

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "brochure" / "cli"
HEAVY = {"rich", "pydantic", "weasyprint", "yaml", "jinja2", "PIL", "pypdfium2", "json", "pikepdf"}


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from brochure.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(*sorted(sys.modules), file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=env
    )
    assert not HEAVY & set(result.stderr.split())


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--help"], {"LANG": "de_DE.UTF-8"}),
        (["--lang", "de", "--help"], {}),
        (["--help", "--lang=de"], {}),
        (["build", "--help", "--lang", "de"], {}),
        (["--lang", "de", "build", "--help"], {"LANG": "en_GB.UTF-8"}),
    ],
)
def test_help_in_german(call: Any, words: list[str], environment: dict[str, str]) -> None:
    result = call(*words, **environment)
    assert result.exit_code == 0
    assert result.stdout.startswith("Aufruf: brochure")
    assert "Optionen:" in result.stdout
    assert not re.search(r"\b(Usage|Options|Shows|the)\b", result.stdout)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(call: Any, verb: str, language: str) -> None:
    result = call(verb, "--help", "--lang", language)
    assert result.exit_code == 0
    assert messages.say(f"cli/{verb}", language)[:30] in result.stdout
    for option in ("--lang", "--report", "--project", "--help"):
        assert option in result.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_speaks_by_code(verb: str) -> None:
    command: click.Command = import_module(f"brochure.cli.{verb}").command
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert isinstance(parameter, Option)
            assert f"cli/{parameter.help}" in messages.codes()


def test_every_sentence_is_used_and_every_code_has_one() -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted(ROOM.glob("*.py")))
    known = {code.removeprefix("cli/") for code in messages.codes() if code.startswith("cli/")}
    families = ("option-", "metavar-", "unknown-", "column-", "outcome-", "looks-at-")
    unused = {
        code
        for code in known - set(VERBS)
        if not code.startswith(families)
        and f'"{code.removesuffix("-one").removesuffix("-many")}"' not in text
        and f"cli/{code}" not in text
    }
    assert not unused
    assert set(re.findall(r'tell\("([a-z-]+)"', text)) <= known
    for verb in ("info", "check", "explain", "preflight"):
        assert {f"column-{name}" for name in import_module(f"brochure.cli.{verb}").COLUMNS} <= known
    looked_at = {check.looks_at.__name__ for check in all_checks().values()}
    assert {f"looks-at-{name}" for name in looked_at} == {
        code for code in known if code.startswith("looks-at-")
    }


def test_both_languages_fill_the_same_places() -> None:
    for code in sorted(messages.codes()):
        if code.partition("/")[0] in ("cli", "output", "project"):
            entry = messages._entry(code)
            places = {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in entry.items()}
            assert places["en"] == places["de"], code
            assert places.get("hint_en") == places.get("hint_de"), code


def test_version(call: Any) -> None:
    assert call("--version").stdout == f"brochure {__version__}\n"


def test_no_words_show_the_help_as_a_usage_error(call: Any) -> None:
    result = call()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: brochure")


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["bild"], "no-such-verb", "build"),
        (["--lang", "de"], "no-verb", "build, check, preflight, explain"),
        (["build", "--fromat", "x"], "no-such-option", "--format"),
        (["build", "--format"], "option-needs-value", "brochure build --help"),
        (["build", "--strict=1"], "option-takes-no-value", "brochure build --help"),
        (["--lang", "fr", "info"], "not-a-choice", "en, de"),
        (["schema", "books"], "not-a-choice", "publication, document, check-report"),
        (["completion"], "missing-argument", "brochure completion --help"),
        (["doctor", "now"], "unexpected", "brochure doctor --help"),
    ],
)
def test_usage_errors_say_what_there_is(call: Any, words: list[str], code: str, hint: str) -> None:
    result = call(*words)
    assert result.exit_code == 2
    assert f"[cli/{code}]" in result.stderr
    assert hint in result.stderr
    assert result.stdout == ""
