"""A text for readers as the paragraphs they meet: words without marks, links, foreign words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from brochure.document.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

LINE_END = "\u2028"
"""A line that ends where its writer says so; no source may have this sign itself."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `own` are its words without those marked as of another language."""

    text: str
    own: str
    links: tuple[tuple[str, str], ...] = ()
    """Words and target of each link."""
    is_strong: bool = False
    """Whether all of it is set strong."""


@lru_cache(4096)
def paragraphs(text: str, kind: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; prose is one, Markdown may have several."""
    if kind != "markdown":
        return (Paragraph(text, text),)
    blocks = (block.children or [] for block in parser().parse(text) if block.type == "inline")
    return tuple(map(_paragraph, blocks))


def _paragraph(tokens: Sequence["Token"]) -> Paragraph:
    return Paragraph(
        _words(tokens),
        _words(tokens, without="foreign"),
        tuple(_links(tokens)),
        not _words(tokens, without="strong").strip(),
    )


def _words(tokens: Sequence["Token"], without: str = "") -> str:
    """The words of tokens, without what stands between marks of a kind."""
    depth, words = 0, []
    for token in tokens:
        if without and token.type.startswith(f"{without}_"):
            depth += token.nesting
        elif not depth:
            words.append(_shown(token))
    return "".join(words)


def _shown(token: "Token") -> str:
    if token.type in ("text", "text_special"):
        return token.content
    return {"softbreak": "\n", "hardbreak": LINE_END}.get(token.type, "")


def _links(tokens: Sequence["Token"]) -> Iterator[tuple[str, str]]:
    for index, token in enumerate(tokens):
        if token.type == "link_open":
            inner = tokens[index + 1 :]
            end = next(at for at, other in enumerate(inner) if other.type == "link_close")
            yield _words(inner[:end]), str(token.attrs["href"])
