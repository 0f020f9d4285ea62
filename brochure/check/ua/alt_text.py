"""ua/alt-text: an alternative text says what the picture says.

Rationale: a file's name, «Bild von …» or the caption again tells nothing new (WCAG 1.1.1; ALT2).
veraPDF and PAC ask only whether there is one.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Figure whose words are none."""
    said: dict[str, Element] = {}
    for figure in tagged(file).of_type("Figure"):
        alt = (figure.alt or "").strip()
        if not alt:
            continue
        where = file.span_of(figure)
        if variant := _wrong(file, figure, alt, rule):
            yield rule.at(where, variant, alt=alt[:60], count=len(alt))
            continue
        page, _ = file.box_of(said.setdefault(plain(alt), figure))
        if page != file.box_of(figure)[0]:
            yield rule.at(where, "same", alt=alt[:60], page=page)


def _wrong(file: TaggedFile, figure: Element, alt: str, rule: Rule) -> str:
    """Which sentence tells what is wrong; empty where nothing is."""
    if re.search(rule.limits["file_name"], alt, re.IGNORECASE):
        return "file-name"
    if plain(alt) in rule.limits["placeholders"]:
        return "placeholder"
    if re.match(rule.limits["opening"], alt, re.IGNORECASE):
        return "opening"
    if plain(alt) and plain(alt) in _captions(file, figure):
        return "caption"
    if len(alt) < rule.limit("least"):
        return "short"
    return "long" if len(alt) > rule.limit("most") else ""


def _captions(file: TaggedFile, figure: Element) -> set[str]:
    """What is printed as the caption: within the Figure, or right beside it."""
    parent = file.parent_of(figure)
    beside = file.kids_of(parent) if parent else []
    near = [*file.kids_of(figure), *beside]
    return {plain(file.text_of(item)) for item in near if item.standard == "Caption"}
