"""The whole way of one edition, on one screen.

plan → for each edition: read, typeset, inspect → units → HTML → compile → link → check → write
The twin, a page for browsers, goes from HTML to write.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brochure import inputs
from brochure.catalog import Condition, Profile
from brochure.check import (
    check_fonts,
    check_fragments,
    check_structure,
    check_words,
    located,
    picture_places,
)
from brochure.compilation import Compiled, begin_units, compile_units
from brochure.compiler import Compiler
from brochure.diagnostics import Diagnostic, Problems, Severity
from brochure.document.edition import Artifact, Edition, Made, UnknownName
from brochure.document.fragment import Fragment
from brochure.html import Renderer, Unit, expected_texts, units_of
from brochure.planning import plan
from brochure.preparation import prepare
from brochure.project import Project

if TYPE_CHECKING:
    from brochure.pdf import PageMarks

__all__ = ["UnknownName", "check", "made", "make", "plan"]

Findings = tuple[Diagnostic, ...]
Parts = tuple[Fragment, Fragment | None]
"""A unit, and the margins of its pages."""
FONT_SETTINGS = "fonts/fonts.conf"


def made(
    project: Project, compiler: Compiler, edition: Edition, output: Path, *, strict: bool = False
) -> Made:
    """Make an edition and write its files; one with an error writes none.

    A strict build takes warnings for errors.
    """
    from brochure.output import write_edition, write_record

    try:
        artifacts, findings = approved(project, compiler, edition, strict=strict)
        write = write_edition if edition.record is None else write_record
        return Made(edition, artifacts, findings, write(output, artifacts))
    except Problems as problems:
        return Made(edition, diagnostics=problems.diagnostics)


def approved(
    project: Project, compiler: Compiler, edition: Edition, *, strict: bool
) -> tuple[tuple[Artifact, ...], Findings]:
    """The artifacts of one edition and what was found; `Problems` where it may not be written."""
    refused = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    artifacts, findings = make(project, compiler, edition)
    compiler.finish()
    if any(finding.severity in refused for finding in findings):
        raise Problems(findings)
    return artifacts, findings


@dataclass(frozen=True)
class _File:
    """One file of an edition; `number` where the edition has one a message."""

    edition: Edition
    profile: Profile
    renderer: Renderer
    units: Sequence[Unit]
    number: int | None
    condition: Condition | None
    """What its colours are for, where they are inks."""

    @property
    def name(self) -> str:
        return self.edition.file_name(self.profile.name, self.profile.extension, self.number)


def make(
    project: Project, compiler: Compiler, edition: Edition
) -> tuple[tuple[Artifact, ...], Findings]:
    """The artifacts of one edition, and all that was found on the way."""
    prepared = prepare(project, edition)
    findings: list[Diagnostic] = []
    artifacts: list[Artifact] = []
    files = units_of(prepared.source.document, prepared.format)
    pages = prepared.pages
    if pages:
        for units in files:
            begin_units(compiler, pages, units)
    for number, units in enumerate(files, start=1):
        of_many = number if prepared.format.file_per == "message" else None
        compiled = _compile(compiler, pages, units) if pages else ()
        for profile in prepared.profiles:
            condition = prepared.condition if profile.colour == "inks" else None
            renderer = prepared.renderer(profile)
            file = _File(edition, profile, renderer, units, of_many, condition)
            if profile.is_pdf:
                artifact, found = _link(project, compiler, file, compiled)
                findings += found
            else:
                artifact = _make_twin(project, file)
            artifacts.append(artifact)
    if not findings:
        return tuple(artifacts), ()
    pictures = picture_places(prepared.source)
    return tuple(artifacts), tuple(dict.fromkeys(located(findings, prepared.written(), pictures)))


def _compile(compiler: Compiler, renderer: Renderer, units: Sequence[Unit]) -> Sequence[Compiled]:
    """The fragments of one file; `Problems` where pages or structure are not what was meant."""
    compiled = compile_units(compiler, renderer, units)
    findings = [finding for unit in compiled for finding in unit.diagnostics]
    wrong = [finding for finding in findings if finding.code == "layout/css"]
    if wrong or (wrong := list(check_structure([unit.body for unit in compiled]))):
        raise Problems(dict.fromkeys([*findings, *wrong]))
    return compiled


def _make_twin(project: Project, file: _File) -> Artifact:
    from brochure.html.embedding import self_contained

    page = self_contained(file.renderer.twin(file.units), project.read)
    return Artifact(
        name=file.name,
        edition=file.edition,
        profile=file.profile.name,
        data=page.html.encode(),
        pages=0,
        title=page.title,
        language=file.edition.language,
        inputs=inputs.of_file(file.renderer, page.files, project.digest),
        pictured=False,
        size=len(page.html.encode()),
    )


def _link(
    project: Project, compiler: Compiler, file: _File, compiled: Sequence[Compiled]
) -> tuple[Artifact, list[Diagnostic]]:
    from brochure.pdf import link

    profile, renderer = file.profile, file.renderer
    bodies = [unit.body for unit in compiled]
    shown = {shown for unit in compiled for shown in unit.files}
    shown |= {FONT_SETTINGS}
    if file.condition and file.condition.file:
        shown.add(file.condition.file)
    used = inputs.of_file(renderer, shown, project.digest)
    parts = _coloured(file, [(unit.body, unit.margins) for unit in compiled])
    metadata = renderer.metadata(file.units)
    identity = inputs.identity(file.name, used, renderer.source.record)
    marks = _marks(file)
    linked = link(parts, profile, metadata, identity, compiler.font, file.condition, marks)
    pictured = profile.pictures and file.edition.record is None
    if pictured:
        compiler.begin_pictures(linked.pdf)
    findings = [finding for unit in parts for part in unit if part for finding in part.diagnostics]
    findings += linked.diagnostics
    findings += check_fragments(bodies, renderer.format, renderer.source)
    findings += check_fonts(linked.characters, renderer.look)
    if not any(finding.severity is Severity.ERROR for finding in findings):
        # Words get lost by what was found already; they would be told twice.
        expected = expected_texts(renderer.document, renderer.format, file.units)
        findings += check_words(linked.pdf, expected, file.name)
    artifact = Artifact(
        name=file.name,
        edition=file.edition,
        profile=profile.name,
        data=linked.pdf.data,
        pages=len(linked.pdf.page_sizes),
        title=linked.title,
        language=file.edition.language,
        inputs=used,
        pictured=pictured,
        page_sizes=linked.pdf.page_sizes,
        page_keys=linked.pdf.page_keys,
        size=len(linked.pdf.data),
    )
    return artifact, findings


def _marks(file: _File) -> "PageMarks":
    """What is drawn around pages that a press prints."""
    from brochure.pdf import PageMarks

    settings = file.renderer.publication.print
    if settings is None or file.condition is None:
        return PageMarks()
    text = f"{file.name} · {file.condition.identifier}"
    return PageMarks(settings.marks, file.renderer.format.sides, text)


def _coloured(file: _File, parts: list[Parts]) -> list[Parts]:
    """Pages in the colours of their file: inks, or those of a screen, which has no plates."""
    colours = file.renderer.look.colours
    if file.condition is None and not any(colour.overprint for colour in colours):
        return parts
    from brochure.pdf.colour import PrintColour, in_inks, without_plates

    if file.condition is None:
        return without_plates(parts, colours)
    settings = file.renderer.publication.print
    late = settings is not None and settings.colour == "late-images"
    return in_inks(parts, file.profile, PrintColour(file.condition, colours, late))


def check(
    project: Project, compiler: Compiler, editions: Sequence[Edition], output: Path, today: str
) -> Iterator[Made]:
    """Check the text and the pages of each edition, and its built files; `today` is YYYY-MM-DD."""
    from brochure.verification import verify

    yield from verify(project, compiler, editions, output, today)
