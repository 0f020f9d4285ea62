"""Words in another language, marked in Markdown: `[Smart Health]{lang=en}` (as Pandoc writes it).

A screen reader changes its voice there, and the words are divided by their own rules (WCAG 3.1.2;
Matterhorn 11-007).
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

# A language tag as BCP 47 has it, as far as a text needs it: language, then script or region.
MARK = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
UNCLEAR = re.compile(r"\{ *lang\b[^}\n]*\}?")
"""What looks like a mark of a language; where it is still in the text, it was not understood."""


def add_foreign_words(markdown: MarkdownIt) -> None:
    """Teach a parser to read marks of languages."""
    markdown.inline.ruler.before("link", "foreign", _foreign)
    markdown.enable("foreign")


def _foreign(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos)
    mark = MARK.match(state.src, end + 1) if end >= 0 else None
    if mark is None:
        return False
    if not silent:
        whole = state.posMax
        state.pos, state.posMax = start, end
        state.push("foreign_open", "span", 1).attrs = {"lang": mark[1]}
        state.md.inline.tokenize(state)
        state.push("foreign_close", "span", -1)
        state.posMax = whole
    state.pos = mark.end()
    return True
