"""ua/font-encoding: a simple TrueType font leads from codes to glyphs in one certain way.

Rationale: ISO 14289-1, 7.21.6; ISO 14289-2, 8.4.5.7; ISO 32000-1, 9.6.6.4; Matterhorn 31-017 to
31-026.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.font_facts import FontFacts
from brochure.document.tagged_file import TaggedFile

SYMBOLS, UNICODE, MACINTOSH = (3, 0), (3, 1), (1, 0)
KNOWN = ("MacRomanEncoding", "WinAnsiEncoding")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each thing that leaves it open."""
    for font in tagged(file).fonts:
        if font.subtype == "TrueType":
            wrong = _symbolic(font, file) if font.symbolic else _plain(font, file)
            for variant in wrong:
                yield rule.at(file.span(font.page), variant, font=font.name)


def _symbolic(font: FontFacts, file: TaggedFile) -> Iterator[str]:
    if font.has_encoding:
        yield "symbolic"
    if font.tables is None or SYMBOLS in font.tables:
        return
    if MACINTOSH not in font.tables if file.is_second_part else len(font.tables) != 1:
        yield "symbolic-tables"


def _plain(font: FontFacts, file: TaggedFile) -> Iterator[str]:
    tables = font.tables
    if tables is not None:
        least = 2 if SYMBOLS in tables else 1
        is_there = bool({UNICODE, MACINTOSH} & set(tables))
        if not is_there if file.is_second_part else len(tables) < least:
            yield "tables"
    if font.encoding not in KNOWN:
        yield "encoding"
    no_letters = tables is not None and UNICODE not in tables
    if font.has_differences and (font.unknown_differences or no_letters):
        yield "names"
