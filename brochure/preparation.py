"""What an edition is made from, read, set and judged; what records share, only once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from brochure.catalog import Condition, Format, Language, Profile
from brochure.check import check_pictures, picture_places
from brochure.diagnostics import Problems, Span
from brochure.document.document import Document, Source
from brochure.document.edition import Edition
from brochure.document.walk import KeyPath, placed_texts, texts
from brochure.html import Renderer
from brochure.inspection import inspect_files, inspect_text
from brochure.language import typeset, typeset_text
from brochure.merge.meaning import Values
from brochure.merge.template import MergeTemplate, merge
from brochure.merge.text import MergeText
from brochure.planning import placed_publication
from brochure.printing import condition_of
from brochure.project import Asked, Project
from brochure.reading import format_of, look_of, read_source
from brochure.recent import Recent

Written = list[tuple[str, Span | None]]
"""Every text that a person wrote, with its place."""


@dataclass(frozen=True)
class Prepared:
    """One edition before its units are compiled.

    The document in `source` is typeset; `written` gives the texts as they were typed.
    """

    source: Source
    format: Format
    profiles: tuple[Profile, ...]
    pages: Renderer | None
    """For all profiles that are PDF: they are made of the same pages."""
    twin: Renderer | None
    condition: Condition | None
    """What the inks are for, where a profile is made of inks."""
    written: Callable[[], Written]

    def renderers(self) -> list[Renderer]:
        """Those there are."""
        return [renderer for renderer in (self.pages, self.twin) if renderer]

    def renderer(self, profile: Profile) -> Renderer:
        """The one that a profile is made by."""
        found = self.pages if profile.is_pdf else self.twin
        assert found, f"{profile.name} was not asked for"
        return found


def prepare(project: Project, edition: Edition) -> Prepared:
    """Everything that an edition is made from; raises `Problems` with what is wrong in it."""
    if edition.record is not None:
        return _of_record(project, edition)
    return _prepared(project, edition, read_source(project, edition))


def _prepared(project: Project, edition: Edition, source: Source) -> Prepared:
    settings, places = placed_publication(project, edition.publication)
    language, format_ = Language.named(edition.language), format_of(project, edition.format)
    document = typeset(source.document, language)
    profiles = tuple(map(Profile.named, edition.profiles))

    def renderer(*, is_twin: bool) -> Renderer | None:
        if not any(profile.is_pdf != is_twin for profile in profiles):
            return None
        look = look_of(project, settings.look, "twin" if is_twin else format_.kind)
        if wrong := inspect_files(project, source, look, format_):
            raise Problems(wrong)
        return Renderer(settings, document, source, look, format_, language, is_twin)

    own = placed_texts(settings, places)
    inks = any(profile.colour == "inks" for profile in profiles)
    return Prepared(
        replace(source, document=document),
        format_,
        profiles,
        renderer(is_twin=False),
        renderer(is_twin=True),
        condition_of(project, settings, places) if inks else None,
        lambda: [*placed_texts(source.document, source.places), *own],
    )


@dataclass(frozen=True)
class _Base:
    """What all records of a publication share in one language and format."""

    known: Asked = field(repr=False)
    """The answers of the call that it holds for."""
    read: MergeTemplate
    typeset: MergeTemplate
    prepared: Prepared
    asked: Asked = field(repr=False)
    pictures: set[str] = field(repr=False)
    """Those that were judged."""
    variants: set[tuple[KeyPath, ...]] = field(repr=False)
    """By what is hidden, the variants of the text that were judged."""


@dataclass(frozen=True)
class _Typeset(MergeText):
    """A text that is set by the rules of its language once the values are in it."""

    language: Language | None = None

    def of(self, values: Values) -> str:
        """The text of one record, typeset."""
        assert self.language
        return typeset_text(super().of(values), self.language)


DATA = "/data/"
"""The file of the records is not asked for by each of them: what a record says is in its key."""

_bases: Recent[Edition, _Base] = Recent(1)


def _of_record(project: Project, edition: Edition) -> Prepared:
    """An edition that differs from that of any other record only where its texts speak of it."""
    from brochure.merging import record_of

    base = _base(project, edition)
    project.asked.update(base.asked)
    record = record_of(project, edition)
    variant = base.typeset.shown_to(record.values)
    source = merge(variant, record)
    _judge(project, base, source, variant.hidden)
    own, stand_in = base.prepared.written, variant.source.document
    pages, twin = base.prepared.pages, base.prepared.twin

    def written() -> Written:
        typed = merge(base.read, record)
        return [*placed_texts(typed.document, typed.places), *own()]

    return replace(
        base.prepared,
        source=source,
        pages=pages.of_record(source, stand_in) if pages else None,
        twin=twin.of_record(source, stand_in) if twin else None,
        written=written,
    )


def _base(project: Project, edition: Edition) -> _Base:
    """What is shared, taken from the first record that is asked for."""
    from brochure.merging import template_of

    shared = replace(edition, record=None, name=None)
    read = template_of(project, edition.publication, edition.language)
    known = _bases.get(shared)
    if known and known.known is project.known and known.read is read:
        return known
    observed = project.observed()
    source = read_source(observed, edition)
    hidden = read.shown_to(source.record.values).hidden if source.record else ()
    prepared = _prepared(observed, shared, source)
    asked = {question: told for question, told in observed.asked.items() if DATA not in question}
    pictures = set(picture_places(source))
    typeset = _typeset(read, prepared)
    base = _Base(project.known, read, typeset, prepared, asked, pictures, {hidden})
    _bases[shared] = base
    return base


def _judge(project: Project, base: _Base, source: Source, hidden: tuple[KeyPath, ...]) -> None:
    """Pictures that no record before had, and what is left when others are hidden; `Problems`."""
    is_new = hidden not in base.variants
    if not is_new and {*picture_places(source)} <= base.pictures:
        return
    looks = {renderer.look.families: renderer.look for renderer in base.prepared.renderers()}
    for look in looks.values():
        wrong = list(check_pictures(source, project.read, look))
        wrong += inspect_text(source, look, base.prepared.format) if is_new else ()
        if wrong:
            raise Problems(dict.fromkeys(wrong))
    base.pictures.update(picture_places(source))
    base.variants.add(hidden)


def _typeset(template: MergeTemplate, prepared: Prepared) -> MergeTemplate:
    language = prepared.renderers()[0].language
    document: Document = typeset(template.source.document, language)
    set_by_rules = {path for path, _, _ in texts(document)}
    found = {
        path: _Typeset(text.parts, text.stand_in, language) if path in set_by_rules else text
        for path, text in template.texts.items()
    }
    return replace(template, source=replace(template.source, document=document), texts=found)
