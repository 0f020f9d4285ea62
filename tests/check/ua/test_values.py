"""Rules asked of values that no good file can be damaged to."""

from dataclasses import replace

import pytest

from brochure.document.font_facts import FontFacts
from brochure.pdf.structure import read_tagged
from tests.check.ua.good import made
from tests.check.ua.test_rules import found_in

SIMPLE = FontFacts("Helvetica", "TrueType", 1, True, encoding="WinAnsiEncoding", has_encoding=True)
SYMBOLS = replace(SIMPLE, symbolic=True, encoding="", has_encoding=False)


@pytest.mark.parametrize(
    ("font", "told"),
    [
        (replace(SIMPLE, tables=((3, 1),)), []),
        (replace(SIMPLE, tables=()), ["ua/font-encoding/tables"]),
        (replace(SIMPLE, tables=((3, 0),)), ["ua/font-encoding/tables"]),
        (replace(SIMPLE, tables=((3, 0), (3, 1))), []),
        (replace(SYMBOLS, tables=((1, 0),)), []),
        (replace(SYMBOLS, tables=((1, 0), (3, 0))), []),
        (replace(SYMBOLS, tables=((1, 0), (3, 1))), ["ua/font-encoding/symbolic-tables"]),
        (replace(SIMPLE, tables=((1, 0),), has_differences=True), ["ua/font-encoding/names"]),
        (replace(SIMPLE, readable=False), ["ua/font-embedded/unreadable"]),
    ],
)
def test_a_simple_font(font: FontFacts, told: list[str]) -> None:
    file = replace(read_tagged(made({}), "good.pdf"), fonts=(font,))
    assert [finding.sentence for finding in found_in(file)] == told


def test_a_protected_file_that_says_nothing() -> None:
    file = replace(read_tagged(made({"permissions": True}), "good.pdf"), permissions=None)
    assert [finding.sentence for finding in found_in(file)] == ["ua/encryption/unknown"]
