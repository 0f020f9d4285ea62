"""The sentences of all findings and of the command line, in English and German.

One file a room in `sentences/`, named by the first part of its codes; only the files that are
needed are read, so that `--help` stays quick.
"""

import os
import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de")


@cache
def _catalogue(room: str) -> dict[str, dict[str, str]]:
    file = files("brochure.diagnostics").joinpath("sentences", f"{room}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def _entry(code: str) -> dict[str, str]:
    return _catalogue(code.partition("/")[0])[code]


def codes() -> frozenset[str]:
    """Every code that has a sentence."""
    sentences = files("brochure.diagnostics").joinpath("sentences")
    rooms = sorted(file.name.removesuffix(".toml") for file in sentences.iterdir())
    return frozenset(code for room in rooms for code in _catalogue(room))


def language_of_environment(environment: dict[str, str] | None = None) -> str:
    """The person's language by LC_ALL, LC_MESSAGES, LANG (POSIX order); English when unknown."""
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := variables.get(name):
            return value[:2] if value[:2] in LANGUAGES else "en"
    return "en"


def say(code: str, language: str, /, **values: object) -> str:
    """The sentence of a code in a language, its braces filled."""
    return _entry(code)[language].format(**values)


def hint(code: str, language: str, /, **values: object) -> str | None:
    """What to write instead, or nothing where the sentence says it all."""
    text = _entry(code).get(f"hint_{language}")
    return text.format(**values) if text else None
