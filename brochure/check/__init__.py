"""Any artefact → findings; one check a file, its path is its id.

What stands here is asked in every build; `registry.py` finds all checks there are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from brochure.catalog import Format
from brochure.check.access import (
    heading_empty,
    heading_order,
    link_text,
    list_content,
    list_item,
    picture_alt,
    table_header,
)
from brochure.check.access.headings import headings_of
from brochure.check.access.place import Element
from brochure.check.condition import profile_class, profile_damaged, profile_inks
from brochure.check.in_builds import told
from brochure.check.layout import overflow, page_multiple
from brochure.check.located import located
from brochure.check.pdf import foreign_font, words
from brochure.check.picture import sound
from brochure.check.picture.sound import picture_places
from brochure.diagnostics import Diagnostic, Span
from brochure.document.document import Source
from brochure.document.edition import Pdf, WrittenText
from brochure.document.files import PictureFile, PressProfile
from brochure.document.fragment import Fragment, Outline
from brochure.document.html import HtmlTree
from brochure.document.layout import Layout
from brochure.document.look import DrawnCharacters, Look

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
STRUCTURE = (heading_empty, list_item, list_content, table_header, link_text, picture_alt)


def check_pictures(
    source: Source, read: Callable[[str], bytes], look: Look
) -> Iterator[Diagnostic]:
    """Findings about the picture files of a document."""
    yield from sound.bad_pictures(source, read, look)


def bad_picture(data: bytes, name: str, span: Span | None, look: Look) -> Iterator[Diagnostic]:
    """Findings about one picture, told where it is named."""
    yield from sound.bad_picture(PictureFile(name, data, span, look.families))


def bad_press_profile(data: bytes, file: str, span: Span | None) -> Iterator[Diagnostic]:
    """Findings about a profile that is to be that of a press with four inks."""
    profile = PressProfile(file, data, span)
    yield from told(profile, profile_damaged, profile_inks, profile_class)


def check_fragments(
    fragments: Sequence[Fragment], format_: Format, source: Source
) -> Iterator[Diagnostic]:
    """Findings about laid-out units."""
    layout = Layout(tuple(fragments), format_, source)
    # A page too many is the consequence of a text too long, and would be told twice.
    yield from list(told(layout, overflow)) or told(layout, page_multiple)


def check_structure(fragments: Sequence[Fragment]) -> Iterator[Diagnostic]:
    """Findings about the HTML of a file's units, from which its structure tree is made."""
    outline = Outline(tuple(head for fragment in fragments for head in fragment.headings))
    yield from told(outline, heading_order)
    for fragment in fragments:
        yield from fragment.structure


def wrong_structure(root: Element) -> Iterator[Diagnostic]:
    """Findings about the HTML of one unit, whatever stands around it."""
    yield from told(HtmlTree(root), *STRUCTURE)


def check_fonts(characters: Mapping[str, frozenset[str]], look: Look) -> Iterator[Diagnostic]:
    """Findings about the fonts of a finished file and the characters drawn with each."""
    yield from told(DrawnCharacters(characters, look), foreign_font)


def check_words(pdf: Pdf, expected: Sequence[str], name: str) -> Iterator[Diagnostic]:
    """Whether every expected text is in a finished PDF."""
    yield from told(WrittenText(pdf, tuple(expected), name), words)
