"""text/alt-repeated: different pictures have different alternative texts.

Rationale: who listens takes them for the same picture (WCAG 1.1.1; Matterhorn 13-004).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.blocks import Figure, FigureBlock
from brochure.document.document import Document
from brochure.document.walk import KeyPath
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each text that another picture had before."""
    first: dict[str, tuple[Figure, KeyPath]] = {}
    for path, figure in _figures(writing.source.document):
        if figure.alt is None:
            continue
        other, before = first.setdefault(figure.alt.strip().casefold(), (figure, path))
        if (other.picture, other.diagram) != (figure.picture, figure.diagram):
            line = writing.place((*before, "alt")).line
            yield rule.at(writing.place((*path, "alt")), alt=shortened(figure.alt), line=line)


def _figures(document: Document) -> Iterator[tuple[KeyPath, Figure]]:
    sections: list[tuple[KeyPath, object]] = [(("introduction",), document.introduction)]
    sections += [(("messages", at), section) for at, section in enumerate(document.messages)]
    sections += [(("imprint",), document.imprint)]
    for path, section in sections:
        for number, block in enumerate(getattr(section, "blocks", ())):
            if isinstance(block, FigureBlock):
                yield (*path, "blocks", number, "figure"), block.figure
