"""Font families that the look does not name, mostly misspelt ones."""

from collections.abc import Iterator, Sequence

from brochure.diagnostics import Diagnostic
from brochure.document.look import Look
from brochure.layout.stylesheets.tokens import Parsed, Token, span_of

CSS_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "emoji", "math"}
)
SIZES = ("dimension", "percentage")


def foreign_families(look: Look, parsed: Parsed) -> Iterator[Diagnostic]:
    """One finding a family; a generic one may follow another but not stand alone."""
    named = {family.lower() for family in look.families}
    for sheet, tokens in parsed.items():
        for name, value in tokens.declarations():
            for token, family in _families(name.lower_value, value):
                if family.lower() not in named:
                    named.add(family.lower())
                    yield Diagnostic.of(
                        "pdf/foreign-font",
                        span_of(token, sheet),
                        variant="style",
                        family=family,
                        named=", ".join(look.families),
                        characters="",
                    )


def _families(property_: str, value: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """The families of a declaration, each with its first token."""
    if property_ == "font":
        sizes = [index for index, token in enumerate(value) if token.type in SIZES]
        value = value[sizes[-1] + 1 :] if sizes else ()
    elif property_ != "font-family":
        return
    for index, group in enumerate(_groups(value)):
        kinds = {token.type for token in group}
        family = (
            " ".join(token.value for token in group) if kinds in ({"ident"}, {"string"}) else ""
        )
        if family and not (family.lower() in CSS_WIDE or (index and family.lower() in GENERIC)):
            yield group[0], family


def _groups(value: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of a list between its commas, without `!important`."""
    group: list[Token] = []
    for token in value:
        if token == "!":
            break
        if token == ",":
            yield group
            group = []
        else:
            group.append(token)
    yield group
