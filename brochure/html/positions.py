"""Elements of a template know the line that wrote them: `data-template="FILE:LINE:COLUMN"`.

What a template does wrong (a table without header cells) shows only in the finished HTML; the
person who wrote it needs the line. The attribute is put into the template's text before Jinja reads
it, so that it goes wherever the element goes.
"""

import re

from jinja2.ext import Extension

ELEMENTS = r"table|ul|ol|dl|li|h[1-6]|a|img|figure|svg|[a-z]+(?=[^>{]*\srole=)"
"""Those that a check of the structure can have something to say about (`check/access/`)."""
TAG = re.compile(rf"<(?:{ELEMENTS}|h?\{{\{{[^}}]*\}}\}})(?=[\s>])")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)


class Positions(Extension):
    """Marks the elements of every template as it is read."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's text with a position at each element that is checked."""
        return positioned(source, filename or name or "")


def positioned(source: str, file: str) -> str:
    """The text of a template with the position of each element; no line moves."""
    unseen = [match.span() for match in JINJA.finditer(source)]
    made, end = [], 0
    for match in TAG.finditer(source):
        if any(start <= match.start() < stop for start, stop in unseen):
            continue
        line = source.count("\n", 0, match.start()) + 1
        column = match.start() - source.rfind("\n", 0, match.start())
        made += [source[end : match.end()], f' data-template="{file}:{line}:{column}"']
        end = match.end()
    return "".join([*made, source[end:]])
