"""A stylesheet as tokens with their places, by the library that the engine reads CSS with.

The engine follows CSS in closing what a file leaves open and in dropping what it does not
understand. That is right for a browser and wrong for somebody who lost a brace.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from brochure.diagnostics import Span
from brochure.document.look import Look, Stylesheet

Token = Any
MAX_DEPTH = 30
END = "end-of-stylesheet"
WITHIN = {
    "{} block": "content",
    "() block": "content",
    "[] block": "content",
    "function": "arguments",
}


@dataclass(frozen=True)
class Tokens:
    """`top` has everything; `levels` the top and the inside of each bracket without white space."""

    top: Sequence[Token]
    levels: tuple[Sequence[Token], ...]
    comments: tuple[Token, ...]
    too_deep: Token | None
    """The first bracket that stands in too many others; the engine would not get out of them."""

    def all(self) -> Iterator[Token]:
        """Every token at any depth."""
        return (token for level in self.levels for token in level)

    def declarations(self) -> Iterator[tuple[Token, Sequence[Token]]]:
        """Every name with a colon behind it, and what stands there up to the semicolon."""
        for level in self.levels:
            for index, colon in enumerate(level):
                if colon == ":" and index and level[index - 1].type == "ident":
                    rest = level[index + 1 :]
                    yield level[index - 1], rest[: rest.index(";")] if ";" in rest else rest

    def left_open(self) -> Token | None:
        """The innermost bracket, address or comment that the end of the file closes.

        The word behind the end is found at the top only if nothing is open. A comment that another
        one begins in was closed by the end of that one.
        """
        if doubled := [comment for comment in self.comments if "/*" in comment.value]:
            return doubled[0]
        tokens, opened = self.top, None
        while tokens and tokens[-1].type != "ident":
            opened = tokens[-1]
            tokens = _inside(opened)
        return opened


Parsed = Mapping[Stylesheet, Tokens]


def parsed(look: Look) -> Parsed:
    """The stylesheets of a look, in their order, with their tokens."""
    return {sheet: _tokens(sheet.text) for sheet in look.stylesheets}


def span_of(token: Token, sheet: Stylesheet) -> Span:
    """Where a token stands."""
    return Span(sheet.file, token.source_line, token.source_column)


def _tokens(text: str) -> Tokens:
    top = tinycss2.parse_component_value_list(f"{text}\n{END}")
    waiting, levels, comments, too_deep = [(top, 0)], [], [], None
    while waiting:
        tokens, depth = waiting.pop(0)
        comments += [token for token in tokens if token.type == "comment"]
        levels.append([token for token in tokens if token.type not in ("whitespace", "comment")])
        brackets = [token for token in levels[-1] if _inside(token)]
        if depth < MAX_DEPTH:
            waiting += [(_inside(token), depth + 1) for token in brackets]
        elif brackets:
            too_deep = too_deep or brackets[0]
    return Tokens(top, tuple(levels), tuple(comments), too_deep)


def _inside(token: Token) -> Sequence[Token]:
    inside: Sequence[Token] = getattr(token, WITHIN.get(token.type, ""), ())
    return inside
