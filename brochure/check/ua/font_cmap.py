"""ua/font-cmap: the encoding of a composite font fits it.

Rationale: codes lead to glyphs through it (ISO 14289-1, 7.21.3.1 and 7.21.3.3; ISO 14289-2,
8.4.5.3.1 and 8.4.5.4; Matterhorn 31-001 to 31-003, 31-006 to 31-008).
"""

from collections.abc import Iterator

from brochure.catalog.structure import predefined_cmaps
from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.font_facts import CMapFacts, CollectionFacts, FontFacts
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each thing that does not fit."""
    for font in tagged(file).fonts:
        if font.cmap is not None:
            for variant in _wrong(font, font.cmap):
                name = font.cmap.uses if variant == "leans" else font.cmap.name
                yield rule.at(file.span(font.page), variant, font=font.name, cmap=name or "?")


def _wrong(font: FontFacts, cmap: CMapFacts) -> Iterator[str]:
    known = predefined_cmaps()
    if not cmap.embedded:
        if cmap.name not in known:
            yield "not-embedded"
        return
    if not _fits(font.collection, cmap.collection):
        yield "collection"
    if cmap.mode_of_program is not None and cmap.mode_of_program != cmap.mode_of_dictionary:
        yield "mode"
    if cmap.uses and cmap.uses not in known:
        yield "leans"


def _fits(own: CollectionFacts | None, its: CollectionFacts | None) -> bool:
    """Whether a CMap leads to the characters of the font's collection."""
    if own is None or its is None or (own.registry, own.ordering) != (its.registry, its.ordering):
        return False
    known = own.supplement is not None and its.supplement is not None
    return known and (own.supplement or 0) <= (its.supplement or 0)
