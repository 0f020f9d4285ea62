"""Rules that would bring in files behind the project's back."""

from collections.abc import Iterator

from brochure.diagnostics import Diagnostic
from brochure.layout.stylesheets.tokens import Parsed, span_of

REFUSED = ("font-face", "import")
"""Fonts come from the folder `fonts`, where each is judged; stylesheets from look.toml, so that all
are read, remembered as inputs and told about with their lines."""


def refused_rules(parsed: Parsed) -> Iterator[Diagnostic]:
    """A finding for each `@font-face` and `@import`."""
    for sheet, tokens in parsed.items():
        for token in tokens.top:
            if token.type == "at-keyword" and token.lower_value in REFUSED:
                yield Diagnostic.of("layout/css", span_of(token, sheet), variant=token.lower_value)
