"""A publication's settings and its text in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from brochure.diagnostics import Span
from brochure.document.blocks import STRICT, Block, Contact, QuoteBlock, Shown, TextBlock
from brochure.document.data import Data, Record
from brochure.document.printing import Print
from brochure.document.text import Prose
from brochure.document.waiver import Waiver


@dataclass(frozen=True, kw_only=True)
class Licences:
    """Under which terms text and pictures may be used again."""

    __pydantic_config__ = STRICT
    text: Prose
    pictures: Prose


@dataclass(frozen=True, kw_only=True)
class Publication:
    """`publication.yaml`: what holds for every language."""

    __pydantic_config__ = STRICT
    title: Prose
    """Working title; the printed one stands in each language's file."""
    publisher: Prose
    issued: str
    """Date of issue, YYYY-MM-DD; every date in the files is made from it."""
    languages: tuple[str, ...]
    """The first one is the source language."""
    formats: tuple[str, ...]
    look: str
    profiles: tuple[str, ...]
    contact: Contact
    licence: Licences
    data: Data | None = None
    """Records, each of which makes an edition of its own (data merge)."""
    print: Print | None = None
    """How print files are made, if not for offset on coated paper without marks."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that are let pass for a while."""


@dataclass(frozen=True, kw_only=True)
class Section(Shown):
    """A heading and its blocks: the introduction, one message, the imprint."""

    __pydantic_config__ = STRICT
    id: str
    kicker: Prose | None = None
    """The small line above the heading."""
    heading: Prose
    lead: str | None = None
    """Id of the block whose sentence stands for this section in short formats."""
    poster: str | None = None
    """Id of the block whose sentence stands on the poster."""
    layout: str = "opener"
    """Which of the look's page layouts shows this section."""
    blocks: tuple[Block, ...] = ()

    def sentence(self, id_: str | None) -> str:
        """The text of the block that `lead` or `poster` names (the reader saw that it is there)."""
        for block in self.blocks:
            if block.id == id_ and isinstance(block, TextBlock | QuoteBlock):
                return block.text if isinstance(block, TextBlock) else block.quote
        return ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """One language's file: the whole text of a publication in reading order."""

    __pydantic_config__ = STRICT
    title: Prose
    subtitle: Prose | None = None
    claim: Prose | None = None
    """A second line on the cover."""
    description: Prose
    """One or two sentences for search engines and the file's properties; not printed."""
    keywords: tuple[Prose, ...] = ()
    introduction: Section
    messages: tuple[Section, ...]
    imprint: Section


def section_path(document: Document, section: Section) -> tuple[str | int, ...]:
    """The key path of one of a document's sections, told by its id."""
    for index, message in enumerate(document.messages):
        if message.id == section.id:
            return ("messages", index)
    return ("introduction",) if section.id == document.introduction.id else ("imprint",)


@dataclass(frozen=True)
class Source:
    """A document with the place of each of its values.

    `places` maps a key path such as `("messages", 0, "heading")` to where the value stands;
    `ids` maps an `id` to where its item stands.
    """

    document: Document
    language: str
    file: str
    places: Mapping[tuple[str | int, ...], Span] = field(repr=False)
    ids: Mapping[str, Span] = field(repr=False)
    record: Record | None = None
    """The record whose values are in it."""
