"""Any artefact → findings; one check a file, its path is its id."""

from collections.abc import Callable, Iterator, Sequence

from brochure.catalog import Format
from brochure.check.content.picture import damaged_pictures
from brochure.check.layout.glyph import located
from brochure.check.layout.overflow import overflows
from brochure.check.layout.page_multiple import wrong_page_count
from brochure.check.pdf.font import foreign_fonts
from brochure.check.pdf.words import missing_words
from brochure.diagnostics import Diagnostic
from brochure.document.document import Source
from brochure.document.edition import Pdf
from brochure.document.fragment import Fragment
from brochure.document.look import Look

__all__ = ["check_fragments", "check_pdf", "check_pictures", "located"]


def check_pictures(source: Source, read: Callable[[str], bytes]) -> Iterator[Diagnostic]:
    """Findings about the picture files of a document."""
    yield from damaged_pictures(source, read)


def check_fragments(fragments: Sequence[Fragment], format_: Format) -> Iterator[Diagnostic]:
    """Findings about laid-out units."""
    too_full = [finding for fragment in fragments for finding in overflows(fragment)]
    # A page too many is the consequence of a text too long, and would be told twice.
    yield from too_full or wrong_page_count(fragments, format_)


def check_pdf(
    pdf: Pdf, families: Sequence[str], look: Look, expected: Sequence[str], name: str
) -> Iterator[Diagnostic]:
    """Findings about a finished PDF: its fonts, and whether every expected word is in it."""
    yield from foreign_fonts(families, look, name)
    yield from missing_words(pdf, expected, name)
