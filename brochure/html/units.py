"""Which units an edition is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from brochure.catalog import Format
from brochure.document.blocks import TextBlock
from brochure.document.document import Document, Section
from brochure.document.markdown import escaped
from brochure.document.walk import texts

TEMPLATE = "{kind}/{name}.html.j2"


@dataclass(frozen=True)
class Unit:
    """One unit: the template that makes it and the section it shows, if it shows just one."""

    name: str
    template: str
    section: Section | None = None
    number: int | None = None
    """Which message it is, counted from 1."""
    needs_numbers: bool = False
    """Whether its text shows on which pages other units start (the contents)."""


def units_of(document: Document, format_: Format) -> tuple[tuple[Unit, ...], ...]:
    """The units of an edition, one tuple for each file it makes."""
    units = [unit for name in format_.units for unit in _expand(name, document, format_)]
    if format_.file_per == "message":
        return tuple((unit,) for unit in units)
    return (tuple(units),)


def _expand(name: str, document: Document, format_: Format) -> Sequence[Unit]:
    if name == "messages":
        return [
            Unit(section.id, _template(format_, section.layout), section, number)
            for number, section in enumerate(document.messages, start=1)
        ]
    sections = {"introduction": document.introduction, "imprint": document.imprint}
    section = sections.get(name)
    template = _template(format_, section.layout if section else name)
    return [Unit(name, template, section, needs_numbers=name == "introduction")]


def _template(format_: Format, name: str) -> str:
    """A poster and a leaflet have one layout for all; a brochure has one a section."""
    name = {"poster": "message", "leaflet": "side"}.get(format_.kind, name)
    return TEMPLATE.format(kind=format_.kind, name=name)


def expected_texts(document: Document, format_: Format, units: Sequence[Unit]) -> tuple[str, ...]:
    """The texts that a file of these units must give back, in reading order, all as Markdown.

    A brochure shows all; a leaflet the introduction and each message's lead; a poster one sentence.
    """
    if format_.kind == "brochure":
        return tuple(
            text if kind == "markdown" else escaped(text)
            for path, kind, text in texts(document)
            if path[0] not in ("description", "keywords") and path[-1] not in ("alt", "licence")
        )
    if format_.kind == "leaflet":
        leads = [
            (escaped(section.heading), section.sentence(section.lead))
            for section in document.messages
        ]
        introduction = [
            block.text for block in document.introduction.blocks if isinstance(block, TextBlock)
        ]
        headings = map(escaped, (document.title, document.introduction.heading))
        return (*headings, *introduction, *sum(leads, ()))
    sections = [unit.section for unit in units if unit.section]
    return tuple(
        text
        for section in sections
        for text in (escaped(section.heading), section.sentence(section.poster))
    )
