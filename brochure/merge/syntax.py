"""Text → pieces: words as they stand, and expressions between `{{` and `}}`.

A parser of our own, since a template engine on texts that editors write would be a way in
(`{{ ''.__class__ }}`); what this one does not know can't be said.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from brochure.catalog.records import limits
from brochure.merge.expression import (
    Choice,
    Comparison,
    Constant,
    Expression,
    Fault,
    Filtered,
    Joined,
    Name,
    Negation,
)

OPEN = "{{"
TOKEN = re.compile(
    r"""\s*(?:(?P<end>\}\})
    |(?P<number>\d{1,15}(?:\.\d{1,15})?)(?!\w)
    |(?P<text>'[^']*'|"[^"]*")
    |(?P<word>[^\W\d]\w*)
    |(?P<sign>==|!=|<=|>=|[<>|().]))""",
    re.VERBOSE,
)
COMPARING = ("==", "!=", "<", "<=", ">", ">=")
WORDS = frozenset({"and", "or", "not", "if", "else", "true", "false"})
"""Words of the form itself, which can't name a field."""


class Token(NamedTuple):
    """A sign, a word, a number, a text in quotation marks, or the end."""

    kind: str
    text: str
    at: int


def has_expressions(text: str) -> bool:
    """Whether there is anything to be parsed."""
    return OPEN in text


def pieces(text: str) -> Iterator[str | tuple[int, Expression]]:
    """Words as they stand, and expressions with the place of their `{{`; raises `Fault`."""
    end = 0
    while (start := text.find(OPEN, end)) >= 0:
        if start > end:
            yield text[end:start]
        tokens = list(_tokens(text, start + len(OPEN), closed=True))
        yield start, _Parser(tokens, start).whole()
        end = tokens[-1].at + len("}}")
    if end < len(text):
        yield text[end:]


def condition(text: str) -> Expression:
    """A whole text that is one expression, without braces; raises `Fault`."""
    tokens = [*_tokens(text, 0, closed=False)]
    return _Parser(tokens, 0).whole()


def _tokens(text: str, start: int, closed: bool) -> Iterator[Token]:
    """The tokens up to `}}`, or up to the end of the text."""
    place, most = start, limits().expression_letters
    while found := TOKEN.match(text, place):
        kind = found.lastgroup or ""
        token = Token(kind, found[kind], found.start(kind))
        if token.at - start > most:
            raise Fault("too-long", start, limit=most)
        if kind == "end" and not closed:
            raise Fault("syntax", token.at, found=token.text)
        yield token
        if kind == "end":
            return
        place = found.end()
    rest = text[place:].strip()
    if rest and not (closed and "}}" not in rest):
        at = place + len(text[place:]) - len(text[place:].lstrip())
        raise Fault("syntax", at, found=rest[:1])
    if closed:
        raise Fault("not-closed", max(0, start - len(OPEN)))
    yield Token("end", "", len(text))


class _Parser:
    """Recursive descent; one method a level of the grammar, loosest first."""

    def __init__(self, tokens: list[Token], start: int) -> None:
        self.tokens, self.start, self.index, self.depth = tokens, start, 0, 0

    def whole(self) -> Expression:
        """The expression that all tokens make."""
        if self.next.kind == "end":
            raise Fault("empty", self.start)
        found = self.choice()
        if self.next.kind != "end":
            raise self.unexpected()
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.index]

    def choice(self) -> Expression:
        value = self.joined("or", lambda: self.joined("and", self.negation))
        if not (word := self.taken("if")):
            return value
        chosen = self.joined("or", lambda: self.joined("and", self.negation))
        if not self.taken("else"):
            raise Fault("no-else", word.at)
        return Choice(value, chosen, self.nested(self.choice), word.at)

    def joined(self, word: str, part: Callable[[], Expression]) -> Expression:
        first = part()
        parts = [first]
        while self.taken(word):
            parts.append(part())
        return Joined(word, tuple(parts), first.at) if len(parts) > 1 else first

    def negation(self) -> Expression:
        if word := self.taken("not"):
            return Negation(self.nested(self.negation), word.at)
        return self.comparison()

    def comparison(self) -> Expression:
        left = self.filtered()
        if self.next.text not in COMPARING or self.next.kind != "sign":
            return left
        sign = self.take()
        return Comparison(left, sign.text, self.filtered(), sign.at)

    def filtered(self) -> Expression:
        value = self.operand()
        while self.taken("|"):
            name = self.take("word")
            argument = None
            if self.taken("("):
                argument = self.constant()
                self.take(")")
            value = Filtered(value, name.text, argument, name.at)
        return value

    def operand(self) -> Expression:
        token = self.next
        if self.taken("("):
            inner = self.nested(self.choice)
            self.take(")")
            return inner
        if token.kind == "word" and token.text not in WORDS:
            self.take()
            if self.taken("."):
                return Name(token.text, self.take("word").text, token.at)
            return Name("", token.text, token.at)
        return self.constant()

    def constant(self) -> Constant:
        token = self.next
        if token.kind == "text":
            value: str | int | Decimal | bool = token.text[1:-1]
        elif token.kind == "number":
            value = Decimal(token.text) if "." in token.text else int(token.text)
        elif token.text in ("true", "false"):
            value = token.text == "true"
        else:
            raise self.unexpected()
        self.take()
        return Constant(value, token.at)

    def nested(self, inner: Callable[[], Expression]) -> Expression:
        self.depth += 1
        if self.depth > limits().expression_depth:
            raise Fault("too-long", self.start, limit=limits().expression_letters)
        found = inner()
        self.depth -= 1
        return found

    def taken(self, text: str) -> Token | None:
        """The next token, taken, if it is this sign or word."""
        return self.take() if self.next.text == text and self.next.kind != "text" else None

    def take(self, wanted: str | None = None) -> Token:
        """The next token, which must be of a kind or be a sign, if one is wanted."""
        token = self.next
        if wanted is not None and wanted not in (token.kind, token.text):
            raise self.unexpected()
        self.index += 1
        return token

    def unexpected(self) -> Fault:
        return Fault("syntax", self.next.at, found=self.next.text or "…")
