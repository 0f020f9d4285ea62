"""Pictures that a stylesheet names: in the project, whole and safe."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from brochure.diagnostics import Diagnostic, Span
from brochure.layout.stylesheets.tokens import Parsed, Token, Tokens, span_of

Judge = Callable[[str, Span], Iterable[Diagnostic]]
"""What is wrong with a picture file of the project that is named at a place."""


def bad_pictures(parsed: Parsed, judge: Judge) -> Iterator[Diagnostic]:
    """Findings about each address; one that leads out of the project is not followed."""
    for sheet, tokens in parsed.items():
        for token, address in _addresses(tokens):
            file, span = file_of(address, sheet.file), span_of(token, sheet)
            if file is None:
                yield Diagnostic.of("layout/picture", span, name=address)
            elif file:
                yield from judge(file, span)


def file_of(address: str, stylesheet: str) -> str | None:
    """The project's file that an address means: none if it leads elsewhere, `""` if to no file."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme == "data" or not (parts.scheme or parts.netloc or parts.path):
        return ""
    if parts.scheme not in ("", "project") or parts.netloc:
        return None
    return posixpath.normpath(
        posixpath.join("/", posixpath.dirname(stylesheet), unquote(parts.path))
    ).lstrip("/")


def _addresses(tokens: Tokens) -> Iterator[tuple[Token, str]]:
    """Every `url()` but those of `@import` and `src`, which are refused anyway."""
    for level in tokens.levels:
        skipping = False
        for token in level:
            if token.type in ("at-keyword", "ident"):
                skipping = skipping or token.lower_value in ("import", "src")
            elif token == ";":
                skipping = False
            elif not skipping and token.type == "url":
                yield token, token.value
            elif not skipping and token.type == "function" and token.lower_name == "url":
                yield from ((item, item.value) for item in token.arguments if item.type == "string")
