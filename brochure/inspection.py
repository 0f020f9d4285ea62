"""What can be judged before anything is laid out, so that it is told without loading the engine."""

from collections.abc import Iterator

from brochure.catalog import Format
from brochure.check import bad_picture, check_pictures
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Source
from brochure.document.look import Look
from brochure.html import units_of, wrong_layouts
from brochure.layout.fonts import families_missing, provided
from brochure.layout.stylesheets import wrong_styles
from brochure.project import Project


def inspect_files(
    project: Project, source: Source, look: Look, format_: Format
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the files that an edition's pages are made from."""
    findings = [
        *check_pictures(source, project.read, look),
        *_nothing(source, format_),
        *wrong_layouts(source, look, format_),
        *_fonts(project, look),
        *wrong_styles(look, lambda file, span: _picture(project, look, file, span)),
    ]
    return tuple(dict.fromkeys(findings))


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
