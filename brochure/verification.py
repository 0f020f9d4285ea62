"""Check what was built: its text, its pages, and each file, also by veraPDF where that is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from brochure.planning import placed_publication, publication
from brochure.preflight import paper_of
from brochure.project import Project
from brochure.reading import format_of, look_of, read_source
from brochure.source_checking import check_pages, check_profile, check_writing
from brochure.tools import verapdf
from brochure.validating import Verdicts, verdicts
from brochure.waiving import waived


def verify(
    project: Project, compiler: Compiler, editions: Sequence[Edition], output: Path, today: str
) -> Iterator[Made]:
    """The findings of each edition; what veraPDF confirms is written into the manifest.

    `today` is YYYY-MM-DD: waivers end.
    """
    command = verapdf.find(project.root)
    found = [_built_of(project, edition, output) for edition in editions]
    built = [item for item in found if isinstance(item, _Built)]
    asked = ((path, flavour) for item in built for path, flavour in item.flavours)
    said = verdicts(command, asked) if command else None
    for edition, item in zip(editions, found, strict=True):
        if isinstance(item, Problems):
            yield Made(edition, diagnostics=item.diagnostics)
        else:
            yield _verified(project, compiler, item, output, said, today)


@dataclass(frozen=True)
class _Built:
    """An edition with its text, and the files of each profile that are there."""

    edition: Edition
    source: Source
    format: Format
    files: tuple[tuple[Profile, Sequence[Path]], ...]
    missing: tuple[str, ...]

    @property
    def flavours(self) -> Iterator[tuple[Path, str]]:
        """Each file with what veraPDF calls each standard that it is to follow."""
        for profile, paths in self.files:
            for standard in profile.standards:
                yield from ((path, standard.flavour) for path in paths if standard.flavour)


def _built_of(project: Project, edition: Edition, output: Path) -> _Built | Problems:
    try:
        source, format_ = read_source(project, edition), format_of(project, edition.format)
    except Problems as problems:
        return problems
    files: list[tuple[Profile, Sequence[Path]]] = []
    missing: list[str] = []
    for profile in map(Profile.named, edition.profiles):
        paths = [
            output / edition.folder / name
            for name in _built_names(source, edition, format_, profile)
        ]
        files.append((profile, [path for path in paths if path.is_file()]))
        missing += [path.name for path in paths if not path.is_file()]
    return _Built(edition, source, format_, tuple(files), tuple(missing))


def _verified(
    project: Project,
    compiler: Compiler,
    built: _Built,
    output: Path,
    said: Verdicts | None,
    today: str,
) -> Made:
    edition = built.edition
    try:
        findings = _inspected(project, built)
        checked = [*_check_source(project, compiler, built), *_check_files(project, built)]
    except Problems as problems:
        return Made(edition, diagnostics=problems.diagnostics)
    findings += [_not_built(edition, name) for name in built.missing]
    if said is None:
        findings += _not_validated(built)
    else:
        findings += _validated(built, said)
        confirm(output, edition, _confirmed(built, said))
    let_pass = waived(checked, *placed_publication(project, edition.publication), today)
    findings += [finding for item in let_pass.checked for finding in item.findings]
    told = tuple(dict.fromkeys([*findings, *let_pass.told]))
    files = [f"{edition.folder}/{path.name}" for _, paths in built.files for path in paths]
    return Made(edition, diagnostics=told, files=tuple(files), checked=let_pass.checked)


def _inspected(project: Project, built: _Built) -> list[Diagnostic]:
    """What is wrong with the files that its pages are made from."""
    look_name = publication(project, built.edition.publication).look
    kinds = {built.format.kind if profile.is_pdf else "twin" for profile, _ in built.files}
    looks = [look_of(project, look_name, kind) for kind in sorted(kinds)]
    return [
        finding
        for look in looks
        for finding in inspect_files(project, built.source, look, built.format)
    ]


def _not_validated(built: _Built) -> Iterator[Diagnostic]:
    for profile, _ in built.files:
        for standard in profile.standards:
            if standard.flavour:
                name = standard.name
                yield Diagnostic.of("pdf/not-validated", None, Severity.NOTE, standard=name)


def _validated(built: _Built, said: Verdicts) -> Iterator[Diagnostic]:
    for profile, paths in built.files:
        for standard in profile.standards:
            for path in paths if standard.flavour else ():
                yield from failures(said[path, standard.flavour or ""], standard)


def _confirmed(built: _Built, said: Verdicts) -> dict[str, list[str]]:
    """The standards that each file follows, by its name."""
    confirmed: dict[str, list[str]] = {}
    for profile, paths in built.files:
        for standard in profile.standards:
            for path in paths if standard.flavour else ():
                names = confirmed.setdefault(path.name, [])
                names += [standard.name] * said[path, standard.flavour or ""].compliant
    return confirmed


def _check_source(project: Project, compiler: Compiler, built: _Built) -> Iterator[Checked]:
    # The text is the same in all formats, of which a poster shows little.
    yield check_writing(project, built.source, CheckProfile.named("web"))
    profile = CheckProfile.named(check_profile(built.format, "web"))
    yield from check_pages(project, compiler, built.edition, profile)


def _check_files(project: Project, built: _Built) -> Iterator[Checked]:
    """Its files; what needs their source was looked at there."""
    for profile, paths in built.files:
        if profile.is_pdf:
            name = check_profile(built.format, profile.name)
            order = CheckOrder.named(name, paper_of(built.format))
            for path in paths:
                yield _check_file(project, path, order)


def _check_file(project: Project, path: Path, order: CheckOrder) -> Checked:
    inside = path.is_relative_to(project.root)
    name = str(path.relative_to(project.root) if inside else path)
    checked = check_pdf(path.read_bytes(), name, order)
    left = (outcome for outcome in checked.outcomes if outcome.reason != NO_SOURCE)
    return replace(checked, outcomes=tuple(left))


def _built_names(source: Source, edition: Edition, format_: Format, profile: Profile) -> list[str]:
    count = len(units_of(source.document, format_))
    numbers = range(1, count + 1) if format_.file_per == "message" else (None,)
    return [edition.file_name(profile.name, profile.extension, number) for number in numbers]


def _not_built(edition: Edition, name: str) -> Diagnostic:
    return Diagnostic.of("pdf/not-built", Span(f"{edition.folder}/{name}"), file=name)
