"""One text with expressions → a function from a record to the text, its values made safe.

A value is data: whatever signs it has are shown, as Markdown they would mean something. In the
target of a link it is a part of an address, and is written as one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from brochure.document.markdown import escaped, parser
from brochure.merge.expression import Fault, names_in
from brochure.merge.meaning import Meaning, Scope, Values, meaning, shown
from brochure.merge.syntax import pieces

BACKSLASHES = re.compile(r"(?<!\\)(?:\\\\)*\\$")
IN_ADDRESS = ":/?#@!$&',;=%+~-._"

PICTURE = "recordpicture.png"
STAND_IN = re.compile(rf"(?:https://)?recordvalue\d+x(?:\.example|@example\.org)?|{PICTURE}")
"""What stands in for values while a text is held to the rules."""

Part = str | Callable[[Values], str]


@dataclass(frozen=True)
class MergeText:
    """A text, ready to be merged; `stand_in` looks like any record's and fits the same rules."""

    parts: tuple[Part, ...] = field(repr=False)
    stand_in: str

    @property
    def is_the_same_for_all(self) -> bool:
        """Whether no record changes it."""
        return not any(map(callable, self.parts))

    def of(self, values: Values) -> str:
        """The text of one record."""
        return "".join(part if isinstance(part, str) else part(values) for part in self.parts)


def plain(text: str, scope: Scope) -> MergeText:
    """Prose, file names, telephone numbers: values as they are."""
    found = _parsed(text, scope)
    _refuse_blank(found)
    parts = [part if isinstance(part, str) else part.filled(part.value.of) for part in found]
    return MergeText(tuple(parts), _stand_in(found))


def address(text: str, scope: Scope) -> MergeText:
    """The target of a link that stands by itself."""
    found = _parsed(text, scope)
    _refuse_blank(found)
    parts = [
        part if isinstance(part, str) else part.filled(_in_address(part.value)) for part in found
    ]
    return MergeText(tuple(parts), _stand_in(found))


def markdown(text: str, scope: Scope) -> MergeText:
    """Text with marks: values show all their signs, and are encoded in targets of links."""
    found = _parsed(text, scope)
    _refuse_blank(found)
    stand_in = _stand_in(found)
    targets, titles = _links(stand_in)
    parts: list[Part] = []
    for number, part in enumerate(found):
        if isinstance(part, str):
            parts.append(BACKSLASHES.sub(r"\g<0>\\", part) if found[number + 1 :] else part)
            continue
        word = _word(number)
        if word in titles:
            raise Fault("not-here", part.at, key="title")
        form = _in_address if word in targets else _as_words
        parts.append(part.filled(form(part.value)))
    return MergeText(tuple(parts), stand_in)


def picture(text: str, scope: Scope) -> tuple[MergeText, tuple[str, ...]]:
    """A picture of the record, and the names of those that are taken where it has none."""
    found = list(pieces(text))
    if len(found) != 1 or isinstance(found[0], str):
        raise Fault("picture", 0 if isinstance(found[0], str) else found[0][0])
    at, expression = found[0]
    value = meaning(expression, scope)
    if value.type != "picture":
        raise Fault("picture", at)
    if value.lacks:
        raise Fault("may-be-missing", at, name=", ".join(sorted(value.lacks)))
    return MergeText((value.of,), PICTURE), value.texts


class _Braces(NamedTuple):
    """An expression in a text: where it begins, what it means, whether it speaks of the record."""

    at: int
    value: Meaning
    is_constant: bool

    def filled(self, part: Callable[[Values], str]) -> Part:
        """Its text, at once if no record changes it."""
        return part({}) if self.is_constant else part


def _parsed(text: str, scope: Scope) -> Sequence[str | _Braces]:
    return [
        part
        if isinstance(part, str)
        else _Braces(part[0], shown(part[1], scope), not names_in(part[1]))
        for part in pieces(text)
    ]


def _refuse_blank(found: Sequence[str | _Braces]) -> None:
    """A heading or an item that is empty for some record would be an empty element of the PDF."""
    if any(isinstance(part, str) and part.strip() for part in found):
        return
    values = [part for part in found if not isinstance(part, str)]
    if values and all(any(not text.strip() for text in part.value.texts) for part in values):
        raise Fault("may-be-empty", values[0].at)


def _word(number: int) -> str:
    return f"recordvalue{number}x"


def _stand_in(found: Sequence[str | _Braces]) -> str:
    forms = {"url": "https://{}.example", "email": "{}@example.org"}
    return "".join(
        part if isinstance(part, str) else forms.get(part.value.type, "{}").format(_word(number))
        for number, part in enumerate(found)
    )


def _links(text: str) -> tuple[str, str]:
    """The targets and the titles of all links in a text."""
    opened = [
        token
        for block in parser().parse(text)
        for token in block.children or []
        if token.type == "link_open"
    ]
    targets = " ".join(str(token.attrs.get("href", "")) for token in opened)
    return targets, " ".join(str(token.attrs.get("title", "")) for token in opened)


def _as_words(value: Meaning) -> Callable[[Values], str]:
    inner = value.of
    return lambda values: escaped(inner(values))


def _in_address(value: Meaning) -> Callable[[Values], str]:
    inner, safe = value.of, {"url": IN_ADDRESS, "email": "@+"}.get(value.type, "")
    return lambda values: quote(inner(values), safe=safe)
