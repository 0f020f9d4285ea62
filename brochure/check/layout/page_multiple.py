"""layout/page-multiple: a stitched brochure has pages in multiples of four.

Rationale: a saddle-stitched sheet folds to four pages; print shops add white ones or call
(`print.md` §3).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Span
from brochure.document.layout import Layout


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding when the edition's pages do not fill its sheets."""
    format_ = layout.format
    pages = sum(fragment.pages for fragment in layout.fragments)
    if pages % format_.page_multiple:
        multiple, name = format_.page_multiple, format_.name
        yield rule.at(Span(layout.source.file), pages=pages, multiple=multiple, format=name)
