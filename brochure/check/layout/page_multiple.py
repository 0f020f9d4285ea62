"""layout/page-multiple: a stitched brochure has pages in multiples of four.

Rationale: a saddle-stitched sheet folds to four pages; print shops add white ones or call
(`print.md` §3).
"""

from collections.abc import Iterator, Sequence

from brochure.catalog import Format
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment


def wrong_page_count(fragments: Sequence[Fragment], format_: Format) -> Iterator[Diagnostic]:
    """A finding when the edition's pages do not fill its sheets."""
    pages = sum(fragment.pages for fragment in fragments)
    if pages % format_.page_multiple:
        multiple, name = format_.page_multiple, format_.name
        yield Diagnostic.of("layout/page-multiple", pages=pages, multiple=multiple, format=name)
