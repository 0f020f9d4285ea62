"""Words that stay on one line: no short word alone at the end, no article at the end of a line."""

import re
from functools import cache

from markupsafe import Markup, escape

TOGETHER = "\\1\u00a0\\2"  # `white-space: nowrap` makes WeasyPrint 70 break too early before it
# The space stands inside: when a line has room for the words before an inline element but not for
# the space, WeasyPrint 70 breaks the line at its first word.
WHOLE = r'<span class="whole">\1</span>'
LONGEST = 17
"""Longer pairs may break: in a narrow column they would tear the line."""
LAST = re.compile(r"(?<=\s)([^\s<>]+) ([^\s<>]{1,10})$")
LONG_LAST = re.compile("( (?:[^\\s<>]+\u00a0)?[^\\s<>]{9,})$")


def ending(text: str) -> Markup:
    """HTML whose last word stays with the one before it if it is short, and whole if it is long."""
    return Markup(LONG_LAST.sub(WHOLE, LAST.sub(_joined, _html(text))))


def display(text: str, leading: tuple[str, ...]) -> Markup:
    """HTML for words set large: the `leading` words and a short last one have company."""
    return Markup(LAST.sub(_joined, _pairs(leading).sub(_joined, _html(text))))


def _html(text: str) -> str:
    """Plain `str`: a `Markup` would escape what a substitution puts into it."""
    return str(escape(text))


def _joined(pair: re.Match[str]) -> str:
    return pair.expand(TOGETHER) if len(pair[0]) <= LONGEST else pair[0]


@cache
def _pairs(leading: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, leading)) or r"(?!)"
    return re.compile(rf"(?<!\S)({words}) ([^\s<>]+)", re.IGNORECASE)
