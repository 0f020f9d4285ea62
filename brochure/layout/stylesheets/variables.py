"""`var()` of a custom property that nobody defines."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from brochure.diagnostics import Diagnostic
from brochure.document.look import MEASURES, PANEL_MEASURES, Look, Stylesheet
from brochure.layout.stylesheets.tokens import Parsed, Token, span_of

IN_TEMPLATE = re.compile(r"(--[\w-]+)\s*:")


def undefined(look: Look, parsed: Parsed) -> Iterator[Diagnostic]:
    """One finding a name that has no second value; the engine would leave out the declaration.

    Colours of the book, the format, stylesheets and templates may define it.
    """
    defined = {*MEASURES, *PANEL_MEASURES, *(f"--{colour.name}" for colour in look.colours)}
    defined |= {name.value for tokens in parsed.values() for name, _ in tokens.declarations()}
    defined |= {name for _, text in look.templates.values() for name in IN_TEMPLATE.findall(text)}
    known = sorted(name for name in defined if name.startswith("--"))
    missing: dict[str, Diagnostic] = {}
    for sheet, name in _used(parsed):
        if name.value not in defined and name.value not in missing:
            near = ", ".join(get_close_matches(name.value, known) or known)
            missing[name.value] = Diagnostic.of(
                "layout/css",
                span_of(name, sheet),
                variant="undefined",
                name=name.value,
                near=near,
            )
    yield from missing.values()


def _used(parsed: Parsed) -> Iterator[tuple[Stylesheet, Token]]:
    for sheet, tokens in parsed.items():
        uses = [
            token
            for token in tokens.all()
            if token.type == "function" and token.lower_name == "var"
        ]
        for use in sorted(uses, key=lambda token: (token.source_line, token.source_column)):
            names = [item for item in use.arguments if item.type == "ident"]
            if names and "," not in use.arguments:
                yield sheet, names[0]
