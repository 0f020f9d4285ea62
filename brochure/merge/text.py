"""One text with expressions → a function from a record to the text, its values made safe.

A value is data: whatever signs it has are shown, as Markdown they would mean something. In the
target of a link it is a part of an address, and is written as one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from brochure.document.markdown import parser
from brochure.merge.expression import Fault
from brochure.merge.meaning import Meaning, Scope, Values, meaning, shown
from brochure.merge.syntax import pieces

MARKS = re.compile(r"[\\*_\[\]]|^[({]")
"""What would be Markdown; a bracket at the start could make a link of a word in front of it."""
BACKSLASHES = re.compile(r"(?<!\\)(?:\\\\)*\\$")
IN_ADDRESS = ":/?#@!$&',;=%+~-._"

PICTURE = "recordpicture.png"

Part = str | Callable[[Values], str]


@dataclass(frozen=True)
class MergeText:
    """A text, ready to be merged; `stand_in` looks like any record's and fits the same rules."""

    parts: tuple[Part, ...] = field(repr=False)
    stand_in: str

    def of(self, values: Values) -> str:
        """The text of one record."""
        return "".join(part if isinstance(part, str) else part(values) for part in self.parts)


def plain(text: str, scope: Scope) -> MergeText:
    """Prose, file names, telephone numbers: values as they are."""
    found = _parsed(text, scope)
    parts = [part if isinstance(part, str) else part[1].of for part in found]
    _refuse_blank(found)
    return MergeText(tuple(parts), _stand_in(found))


def address(text: str, scope: Scope) -> MergeText:
    """The target of a link that stands by itself."""
    found = _parsed(text, scope)
    _refuse_blank(found)
    parts = [part if isinstance(part, str) else _in_address(part[1]) for part in found]
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
            raise Fault("not-here", part[0], key="title")
        parts.append(_in_address(part[1]) if word in targets else _as_words(part[1]))
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


def _parsed(text: str, scope: Scope) -> Sequence[str | tuple[int, Meaning]]:
    return [
        part if isinstance(part, str) else (part[0], shown(part[1], scope)) for part in pieces(text)
    ]


def _refuse_blank(found: Sequence[str | tuple[int, Meaning]]) -> None:
    """A heading or an item that is empty for some record would be an empty element of the PDF."""
    if any(isinstance(part, str) and part.strip() for part in found):
        return
    values = [part for part in found if not isinstance(part, str)]
    if values and all(any(not text.strip() for text in part[1].texts) for part in values):
        raise Fault("may-be-empty", values[0][0])


def _word(number: int) -> str:
    return f"recordvalue{number}x"


def _stand_in(found: Sequence[str | tuple[int, Meaning]]) -> str:
    forms = {"url": "https://{}.example", "email": "{}@example.org"}
    return "".join(
        part if isinstance(part, str) else forms.get(part[1].type, "{}").format(_word(number))
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
    return lambda values: MARKS.sub(r"\\\g<0>", inner(values))


def _in_address(value: Meaning) -> Callable[[Values], str]:
    inner, safe = value.of, {"url": IN_ADDRESS, "email": "@+"}.get(value.type, "")
    return lambda values: quote(inner(values), safe=safe)
