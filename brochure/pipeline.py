"""The whole way of one edition, on one screen.

plan → for each edition: read, typeset, inspect → units → HTML → compile → link → check → write
The twin, a page for browsers, goes from HTML to write.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from brochure import inputs
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
from brochure.html import Renderer, Unit, expected_texts, units_of
from brochure.planning import plan
from brochure.preparation import prepare
from brochure.project import Project

__all__ = ["UnknownName", "check", "made", "make", "plan"]

Findings = tuple[Diagnostic, ...]
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


def make(
    project: Project, compiler: Compiler, edition: Edition
) -> tuple[tuple[Artifact, ...], Findings]:
    """The artifacts of one edition, and all that was found on the way."""
    prepared = prepare(project, edition)
    findings: list[Diagnostic] = []
    artifacts: list[Artifact] = []
    files = units_of(prepared.source.document, prepared.format)
    for renderer in prepared.renderers:
        for units in files if renderer.profile.is_pdf else ():
            begin_units(compiler, renderer, units)
    for number, units in enumerate(files, start=1):
        of_many = number if prepared.format.file_per == "message" else None
        compiled: dict[object, Sequence[Compiled]] = {}
        for renderer in prepared.renderers:
            profile = renderer.profile
            name = edition.file_name(profile.name, profile.extension, of_many)
            if not profile.is_pdf:
                artifacts.append(_make_twin(project, edition, renderer, units, name))
                continue
            pages = profile.pages  # profiles with the same pages share one layout
            if pages not in compiled:
                compiled[pages] = _compile(compiler, renderer, units)
            artifact, found = _link(
                project, compiler, edition, renderer, units, compiled[pages], name
            )
            artifacts.append(artifact)
            findings += found
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


def _make_twin(
    project: Project, edition: Edition, renderer: Renderer, units: Sequence[Unit], name: str
) -> Artifact:
    from brochure.html.embedding import self_contained

    page = self_contained(renderer.twin(units), project.read)
    return Artifact(
        name=name,
        edition=edition,
        profile=renderer.profile.name,
        data=page.html.encode(),
        pages=0,
        title=page.title,
        language=edition.language,
        inputs=inputs.of_file(renderer, page.files, project.digest),
        pictured=False,
        size=len(page.html.encode()),
    )


def _link(
    project: Project,
    compiler: Compiler,
    edition: Edition,
    renderer: Renderer,
    units: Sequence[Unit],
    compiled: Sequence[Compiled],
    name: str,
) -> tuple[Artifact, list[Diagnostic]]:
    from brochure.pdf import link

    profile = renderer.profile
    bodies = [unit.body for unit in compiled]
    shown = {file for unit in compiled for file in unit.files}
    used = inputs.of_file(renderer, shown | {FONT_SETTINGS}, project.digest)
    parts = [(unit.body, unit.margins) for unit in compiled]
    metadata = renderer.metadata(units)
    identity = inputs.identity(name, used, renderer.source.record)
    linked = link(parts, profile, metadata, identity, compiler.font)
    pictured = profile.pictures and edition.record is None
    if pictured:
        compiler.begin_pictures(linked.pdf)
    findings = [finding for unit in compiled for finding in unit.diagnostics]
    findings += linked.diagnostics
    findings += check_fragments(bodies, renderer.format, renderer.source)
    findings += check_fonts(linked.characters, renderer.look)
    if not any(finding.severity is Severity.ERROR for finding in findings):
        # Words get lost by what was found already; they would be told twice.
        expected = expected_texts(renderer.document, renderer.format, units)
        findings += check_words(linked.pdf, expected, name)
    artifact = Artifact(
        name=name,
        edition=edition,
        profile=profile.name,
        data=linked.pdf.data,
        pages=len(linked.pdf.page_sizes),
        title=linked.title,
        language=edition.language,
        inputs=used,
        pictured=pictured,
        page_sizes=linked.pdf.page_sizes,
        page_keys=linked.pdf.page_keys,
        size=len(linked.pdf.data),
    )
    return artifact, findings


def check(project: Project, editions: Sequence[Edition], output: Path) -> Iterator[Made]:
    """Check the content of each edition, and its built files by veraPDF where that is there."""
    from brochure.verification import verify

    yield from verify(project, editions, output)
