"""Any artefact → findings; one check a file, its path is its id."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from brochure.catalog import Format
from brochure.catalog.checks import DEFAULTS
from brochure.catalog.load import entry
from brochure.check.access.heading_order import empty_headings, headings_of, skipped_headings
from brochure.check.access.link_text import links_without_words
from brochure.check.access.list_item import misplaced_items
from brochure.check.access.picture_alt import pictures_without_words
from brochure.check.access.place import Element
from brochure.check.access.table_header import tables_without_header
from brochure.check.content.picture import bad_picture, damaged_pictures, picture_places
from brochure.check.content.press_profile import bad_press_profile
from brochure.check.layout import overflow, page_multiple
from brochure.check.located import located
from brochure.check.pdf.font import foreign_fonts
from brochure.check.pdf.words import missing_words
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.document import Source
from brochure.document.edition import Pdf
from brochure.document.fragment import Fragment
from brochure.document.layout import Layout
from brochure.document.look import Look

__all__ = [
    "bad_picture",
    "bad_press_profile",
    "check_fonts",
    "check_fragments",
    "check_pictures",
    "check_structure",
    "check_words",
    "headings_of",
    "located",
    "picture_places",
    "wrong_structure",
]


def check_pictures(
    source: Source, read: Callable[[str], bytes], look: Look
) -> Iterator[Diagnostic]:
    """Findings about the picture files of a document."""
    yield from damaged_pictures(source, read, look)


def check_fragments(
    fragments: Sequence[Fragment], format_: Format, source: Source
) -> Iterator[Diagnostic]:
    """Findings about laid-out units."""
    layout = Layout(tuple(fragments), format_, source)
    too_full = list(overflow.findings(layout, _rule("layout/overflow")))
    # A page too many is the consequence of a text too long, and would be told twice.
    yield from too_full or page_multiple.findings(layout, _rule("layout/page-multiple"))


def check_structure(fragments: Sequence[Fragment]) -> Iterator[Diagnostic]:
    """Findings about the HTML of a file's units, from which its structure tree is made."""
    yield from skipped_headings(head for fragment in fragments for head in fragment.headings)
    for fragment in fragments:
        yield from fragment.structure


def wrong_structure(root: Element) -> Iterator[Diagnostic]:
    """Findings about the HTML of one unit, whatever stands around it."""
    yield from empty_headings(root)
    yield from misplaced_items(root)
    yield from tables_without_header(root)
    yield from links_without_words(root)
    yield from pictures_without_words(root)


def check_fonts(characters: Mapping[str, frozenset[str]], look: Look) -> Iterator[Diagnostic]:
    """Findings about the fonts of a finished file and the characters drawn with each."""
    yield from foreign_fonts(characters, look)


def check_words(pdf: Pdf, expected: Sequence[str], name: str) -> Iterator[Diagnostic]:
    """Whether every expected text is in a finished PDF."""
    yield from missing_words(pdf, expected, name)


def _rule(id_: str) -> Rule:
    """A check as each build asks for it: with the level and limits of its room."""
    values = entry(DEFAULTS, id_.partition("/")[0])[id_]
    return Rule(id_, Severity(values["level"]), values)
