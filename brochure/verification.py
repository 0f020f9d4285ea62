"""Check what was built: its text, its pages, and each file, also by veraPDF where that is there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from brochure.catalog import CheckProfile, Format, Profile
from brochure.check.pdf.conformance import failures
from brochure.checking import NO_SOURCE, CheckOrder, check_pdf
from brochure.compiler import Compiler
from brochure.diagnostics import Diagnostic, Problems, Severity, Span
from brochure.document.checked import Checked
from brochure.document.document import Source
from brochure.document.edition import Edition, Made
from brochure.html import units_of
from brochure.inspection import inspect_files
from brochure.output import confirm
from brochure.planning import publication
from brochure.preflight import paper_of
from brochure.project import Project
from brochure.reading import format_of, look_of, read_source
from brochure.source_checking import check_pages, check_profile, check_writing
from brochure.tools import verapdf


def verify(
    project: Project, compiler: Compiler, editions: Sequence[Edition], output: Path
) -> Iterator[Made]:
    """The findings of each edition; what veraPDF confirms is written into the manifest."""
    command = verapdf.find(project.root)
    for edition in editions:
        try:
            yield _verify_one(project, compiler, edition, output, command)
        except Problems as problems:
            yield Made(edition, diagnostics=problems.diagnostics)


def _verify_one(
    project: Project,
    compiler: Compiler,
    edition: Edition,
    output: Path,
    command: verapdf.Command | None,
) -> Made:
    source = read_source(project, edition)
    settings = publication(project, edition.publication)
    format_ = format_of(project, edition.format)
    findings: list[Diagnostic] = []
    files: list[str] = []
    confirmed: dict[str, list[str]] = {}
    checked = list(_check_source(project, compiler, edition, source, format_))
    for profile in map(Profile.named, edition.profiles):
        look = look_of(project, settings.look, format_.kind if profile.is_pdf else "twin")
        findings += inspect_files(project, source, look, format_)
        names = _built_names(source, edition, format_, profile)
        missing = [name for name in names if not (output / edition.folder / name).is_file()]
        findings += [_not_built(edition, name) for name in missing]
        built = [name for name in names if name not in missing]
        files += [f"{edition.folder}/{name}" for name in built]
        if profile.is_pdf:
            order = CheckOrder.named(check_profile(format_, profile.name), paper_of(format_))
            checked += [_check_file(output / edition.folder / name, order) for name in built]
        if command is None:
            findings += [
                Diagnostic.of("pdf/not-validated", None, Severity.NOTE, standard=standard.name)
                for standard in profile.standards
                if standard.flavour
            ]
            continue
        paths = [output / edition.folder / name for name in built]
        for standard in profile.standards if paths else ():
            if standard.flavour is None:
                continue
            for verdict in verapdf.validate(command, paths, standard.flavour):
                findings += failures(verdict, standard)
                confirmed.setdefault(verdict.file.name, [])
                confirmed[verdict.file.name] += [standard.name] if verdict.compliant else []
    confirm(output, edition, confirmed)
    findings += [finding for item in checked for finding in item.findings]
    told = tuple(dict.fromkeys(findings))
    return Made(edition, diagnostics=told, files=tuple(files), checked=tuple(checked))


def _check_source(
    project: Project, compiler: Compiler, edition: Edition, source: Source, format_: Format
) -> Iterator[Checked]:
    profile = CheckProfile.named(check_profile(format_, "web"))
    yield check_writing(project, source, profile)
    yield from check_pages(project, compiler, edition, profile)


def _check_file(path: Path, order: CheckOrder) -> Checked:
    """A finished file; what needs its source was looked at there."""
    checked = check_pdf(path.read_bytes(), str(path), order)
    left = (outcome for outcome in checked.outcomes if outcome.reason != NO_SOURCE)
    return replace(checked, outcomes=tuple(left))


def _built_names(source: Source, edition: Edition, format_: Format, profile: Profile) -> list[str]:
    count = len(units_of(source.document, format_))
    numbers = range(1, count + 1) if format_.file_per == "message" else (None,)
    return [edition.file_name(profile.name, profile.extension, number) for number in numbers]


def _not_built(edition: Edition, name: str) -> Diagnostic:
    return Diagnostic.of("pdf/not-built", Span(f"{edition.folder}/{name}"), file=name)
