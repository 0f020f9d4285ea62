"""The subset of Markdown that a text may use, and the links it may carry."""

import re
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt

from brochure.document.foreign import add_foreign_words

MARKS = re.compile(r"[\\*_\[\]]|^[({]")
"""Signs that mean something; a bracket at the start could make a link of a word in front of it."""
LINK_SCHEMES = frozenset({"https", "http", "mailto", "tel"})


@cache
def parser() -> MarkdownIt:
    """CommonMark cut down to paragraphs, emphasis, strong, links and words in other languages.

    Raw HTML is plain text.
    """
    markdown = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    markdown.enable(["emphasis", "link", "escape", "newline"])
    add_foreign_words(markdown)
    # Links are judged by `link_is_allowed`, with file, line and hint; the library would only
    # leave the brackets standing in the text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    return markdown


def link_is_allowed(url: str) -> bool:
    """Whether a link may stand in a publication: the web, mail, telephone, or a place in it."""
    if url.startswith("#"):
        return len(url) > 1
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme not in LINK_SCHEMES:
        return False
    return bool(parts.netloc if parts.scheme in ("http", "https") else parts.path)


def links(text: str) -> list[str]:
    """The targets of all links in a Markdown text."""
    return [
        str(token.attrs["href"])
        for block in parser().parse(text)
        for token in block.children or []
        if token.type == "link_open"
    ]


def escaped(text: str) -> str:
    """Markdown that shows exactly this text."""
    return MARKS.sub(r"\\\g<0>", text)


def plain_text(text: str) -> str:
    """The words of a Markdown text without its marks and link targets."""
    return "".join(
        token.content if token.type in ("text", "text_special") else " "
        for block in parser().parse(text)
        for token in block.children or []
        if token.type in ("text", "text_special", "softbreak", "hardbreak")
    )
