"""Brackets that are left open, close what nothing opened, or stand too deep."""

from collections.abc import Iterator

from brochure.diagnostics import Diagnostic
from brochure.layout.stylesheets.tokens import MAX_DEPTH, Parsed, span_of

CLOSING = ("}", ")", "]")


def unbalanced(parsed: Parsed) -> Iterator[Diagnostic]:
    """One finding a stylesheet: what comes after may be a consequence of it."""
    for sheet, tokens in parsed.items():
        errors = [token for token in tokens.all() if token.type == "error"]
        strays = [token for token in errors if token.kind in CLOSING]
        if tokens.too_deep:
            span = span_of(tokens.too_deep, sheet)
            yield Diagnostic.of("layout/css", span, variant="deep", limit=MAX_DEPTH)
        elif opened := tokens.left_open():
            span = span_of(opened, sheet)
            sign = sheet.text.splitlines()[span.line - 1][span.column - 1 :][:20].strip()
            yield Diagnostic.of("layout/css", span, variant="open", sign=sign)
        elif strays:
            first = min(strays, key=lambda token: (token.source_line, token.source_column))
            span = span_of(first, sheet)
            yield Diagnostic.of("layout/css", span, variant="stray", sign=first.kind)
