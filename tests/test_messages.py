"""Sentences are found one by one in their files, as if each file had been parsed."""

import tomllib
from string import Formatter

import pytest

from brochure.diagnostics.messages import LANGUAGES, SENTENCES, codes, hint, say

FILES = {
    code: entry
    for file in SENTENCES.glob("*.toml")
    for code, entry in tomllib.loads(file.read_text("utf-8")).items()
}


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(FILES))
def test_each_sentence_is_that_of_the_parsed_file(code: str) -> None:
    for language in LANGUAGES:
        values = {name: f"<{name}>" for name in names(FILES[code][language])}
        assert say(code, language, **values) == FILES[code][language].format(**values)


def test_codes() -> None:
    assert codes() == set(FILES)
    assert hint("merge/braces", "en") == FILES["merge/braces"]["hint_en"]


@pytest.mark.parametrize("code", ["merge/none", "merge/brace", "merge"])
def test_a_code_without_a_sentence(code: str) -> None:
    with pytest.raises(KeyError):
        say(code, "en")
