"""Which editions an order means."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from brochure.catalog import known
from brochure.content import read_publication
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Publication
from brochure.document.edition import Edition, Order, UnknownName
from brochure.document.walk import KeyPath
from brochure.project import Project
from brochure.reading import format_names


def plan(project: Project, order: Order) -> tuple[Edition, ...]:
    """The editions that an order means.

    Raises `UnknownName` for what a person asked for and is not there, `Problems` for settings
    that are wrong.
    """
    available = project.publications()
    for name in order.publications:
        _refuse_unknown("publication", name, available)
    names = order.publications or available
    if not names:
        raise Problems([Diagnostic.of("project/no-publication", Span("content"))])
    settings = {name: publication(project, name) for name in names}
    _refuse_unknown_parts(order, list(settings.values()))
    chosen = {name: _chosen(project, name, found, order) for name, found in settings.items()}
    _refuse_unknown_records(project, order, [name for name in names if settings[name].data])
    return tuple(edition for editions in chosen.values() for edition in editions)


def publication(project: Project, name: str) -> Publication:
    """The settings of a publication; `Problems` when they are wrong or name what is not there."""
    return placed_publication(project, name)[0]


def placed_publication(project: Project, name: str) -> tuple[Publication, Mapping[KeyPath, Span]]:
    """The settings of a publication, and where each of them stands."""
    file = f"content/{name}/publication.yaml"
    try:
        data = project.read(file)
    except OSError as error:
        raise Problems([Diagnostic.of("project/file-missing", Span(file), file=file)]) from error
    settings, places = read_publication(file, data)
    unknown = [
        Diagnostic.of(
            f"project/unknown-{kind}", places[field, index], name=value, known=", ".join(names)
        )
        for kind, field, names in (
            ("format", "formats", format_names(project)),
            ("profile", "profiles", known("profiles")),
            ("language", "languages", known("languages")),
        )
        for index, value in enumerate(getattr(settings, field))
        if value not in names
    ]
    unknown += _unknown_condition(settings, places)
    if settings.look not in project.looks():
        near = ", ".join(get_close_matches(settings.look, project.looks()) or project.looks())
        unknown.append(Diagnostic.of("project/look-missing", places[("look",)], near=near))
    if unknown:
        raise Problems(unknown)
    return settings, places


def _unknown_condition(
    settings: Publication, places: Mapping[KeyPath, Span]
) -> Iterator[Diagnostic]:
    names = known("conditions")
    if settings.print and settings.print.condition not in names:
        span = places[("print", "condition")]
        name, there = settings.print.condition, ", ".join(names)
        yield Diagnostic.of("project/unknown-condition", span, name=name, known=there)


def _chosen(
    project: Project, name: str, settings: Publication, order: Order
) -> tuple[Edition, ...]:
    """The editions of one publication; of one with records an edition each."""
    editions = [
        Edition(name, language, format_, profiles)
        for language in _wanted(order.languages, settings.languages)
        for format_ in _wanted(order.formats, settings.formats)
        if (profiles := _wanted(order.profiles, settings.profiles))
    ]
    if settings.data is None:
        return () if order.is_for_records else tuple(editions)
    from brochure.selection import editions_of_records

    return editions_of_records(project, editions, order)


def _refuse_unknown_records(project: Project, order: Order, names: Sequence[str]) -> None:
    """Refuse a key or pattern that no record of any publication has."""
    if not order.records:
        return
    from brochure.selection import keys_of, matches

    keys = tuple(key for name in names for key in keys_of(project, name))
    for asked in order.records:
        if not any(matches(asked, key) for key in keys):
            raise UnknownName("record", asked, keys)


def _wanted(asked: tuple[str, ...], offered: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in offered if not asked or name in asked)


def _refuse_unknown_parts(order: Order, settings: Sequence[Publication]) -> None:
    """Refuse what no chosen publication has; what only some have is left out for the others."""
    for kind, asked, field in (
        ("language", order.languages, "languages"),
        ("format", order.formats, "formats"),
        ("profile", order.profiles, "profiles"),
    ):
        offered = tuple(dict.fromkeys(name for item in settings for name in getattr(item, field)))
        for name in asked:
            _refuse_unknown(kind, name, offered)


def _refuse_unknown(kind: str, name: str, offered: tuple[str, ...]) -> None:
    if name not in offered:
        raise UnknownName(kind, name, offered)
