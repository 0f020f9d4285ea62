"""The sentences of all findings and of the command line, in English and German.

One file a room in `sentences/`, named by the first part of its codes; only the files that are
needed are read, so that `--help` stays quick.
"""

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "de")
SENTENCES = Path(__file__).parent / "sentences"


@cache
def _text(room: str) -> str:
    return "\n" + (SENTENCES / f"{room}.toml").read_text("utf-8")


@cache
def _entry(code: str) -> dict[str, str]:
    """What a room's file has of a code; all of it would take 10 ms of every call to be parsed."""
    text = _text(code.partition("/")[0])
    start = text.find(f'\n["{code}"]\n')
    if start < 0:
        raise KeyError(code)
    end = text.find("\n[", start + 1)
    entry: dict[str, Any] = tomllib.loads(text[start : end if end >= 0 else None])
    return entry[code]  # type: ignore[no-any-return]


def codes() -> frozenset[str]:
    """Every code that has a sentence."""
    rooms = (tomllib.loads(file.read_text("utf-8")) for file in sorted(SENTENCES.glob("*.toml")))
    return frozenset(code for room in rooms for code in room)


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
