"""What can be judged before anything is laid out, so that it is told without loading the engine."""

from collections.abc import Iterator
from dataclasses import dataclass

from brochure.cache import key_of
from brochure.catalog import Format
from brochure.check import bad_picture, check_pictures
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Source
from brochure.document.look import Look
from brochure.html import units_of, wrong_layouts
from brochure.layout.fonts import families_missing, provided
from brochure.layout.stylesheets import wrong_styles
from brochure.project import Project
from brochure.remembered import remembered
from brochure.versions import all_versions


def inspect_files(
    project: Project, source: Source, look: Look, format_: Format
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the files that an edition's pages are made from."""
    findings = [
        *check_pictures(source, project.read, look),
        *inspect_text(source, look, format_),
        *_look(project, look),
    ]
    return tuple(dict.fromkeys(findings))


def inspect_text(source: Source, look: Look, format_: Format) -> Iterator[Diagnostic]:
    """What is wrong with what a text is made of: nothing to be shown, layouts that do not fit."""
    yield from _nothing(source, format_)
    yield from wrong_layouts(source, look, format_)


@dataclass(frozen=True)
class _Findings:
    diagnostics: tuple[Diagnostic, ...]


def _look(project: Project, look: Look) -> tuple[Diagnostic, ...]:
    """What is wrong with fonts and stylesheets; it stays so while they stay as they are."""

    def inspect(observed: Project) -> _Findings:
        fonts = _fonts(observed, look)
        styles = wrong_styles(look, lambda file, span: _picture(observed, look, file, span))
        return _Findings((*fonts, *styles))

    fonts = [(file, project.digest(file)) for file in project.font_files()]
    sheets = [(sheet.file, sheet.text) for sheet in look.stylesheets]
    parts = (look, look.colours, sheets, sorted(look.templates.items()), look.families_at, fonts)
    key = key_of(*parts, all_versions())
    return remembered(project, "inspected-looks", key, _Findings, inspect).diagnostics


def _nothing(source: Source, format_: Format) -> Iterator[Diagnostic]:
    if not any(units_of(source.document, format_)):
        span = source.places.get(("messages",))
        yield Diagnostic.of("layout/nothing", span, format=format_.name)


def _fonts(project: Project, look: Look) -> Iterator[Diagnostic]:
    try:
        yield from families_missing(look, provided(project.fonts))
    except Problems as problems:
        yield from problems.diagnostics


def _picture(project: Project, look: Look, file: str, span: Span) -> Iterator[Diagnostic]:
    """A picture of the look: like one of the content, told where the stylesheet names it."""
    if project.exists(file):
        yield from bad_picture(project.read(file), file, span, look)
    else:
        yield Diagnostic.of("layout/picture", span, name=file)
