"""The package for the print shop, of print files that are built: judged, shown, named, packed.

preflight of each file → soft proof → view and pictures → ticket, reports, README → ZIP
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brochure.catalog import Condition, Format, Variant
from brochure.diagnostics import Diagnostic, Severity
from brochure.diagnostics.messages import LANGUAGES, say
from brochure.document.edition import Artifact, Edition, Made
from brochure.document.printing import Print
from brochure.package import (
    Checked,
    Job,
    PrintFile,
    Shown,
    contents,
    job_name,
    jpeg,
    page_jpegs,
    print_name,
    trimmed_pages,
    view,
    zipped,
)
from brochure.planning import placed_publication
from brochure.preflight import Order, limited, paper_of, preflight
from brochure.printing import condition_of
from brochure.project import Project
from brochure.reading import format_of

PROFILE = "print"
FINEST, LONGEST = 150, 3000
"""Pixels an inch of the view, and pixels of its longer edge: sharp on a screen, light enough."""
PICTURE_PPI, PICTURE_EDGE = 110, 1800
MM_PER_INCH = 25.4

Picture = tuple[bytes, tuple[int, int]]
"""A page as JPEG, and its size in pixels."""


@dataclass(frozen=True)
class Packed:
    """What became of the package of one edition; without `file` it was refused."""

    edition: Edition
    file: str = ""
    """Where it lies below the output folder."""
    size: int = 0
    pages: int = 0
    names: tuple[str, ...] = ()
    """What is in it."""
    diagnostics: tuple[Diagnostic, ...] = ()


def without_print(project: Project, publication: str) -> Diagnostic | None:
    """What to tell of a publication that asks for no print files."""
    settings, places = placed_publication(project, publication)
    if PROFILE in settings.profiles:
        return None
    return Diagnostic.of("package/no-print", places[("profiles",)], publication=publication)


def packed(project: Project, made: Made, output: Path, *, with_errors: bool = False) -> Packed:
    """Pack the print files of an edition that lie in the output folder.

    Files whose preflight has errors are not handed over, unless that is asked for.
    """
    from brochure.output import write_files

    edition = made.edition
    publication, places = placed_publication(project, edition.publication)
    condition = condition_of(project, publication, places)
    format_ = format_of(project, edition.format)
    files = list(_print_files(made, output, format_, publication.print or Print(), condition))
    findings = [item for file in files for item in file.checked.findings]
    errors = sum(item.severity is Severity.ERROR for item in findings)
    name = job_name(edition)
    if errors and not with_errors:
        return Packed(edition, diagnostics=(*findings, _refused(name, errors)))
    pictures, told = _pictures(files, condition, _ppi(format_, FINEST, LONGEST))
    job = Job(name, publication, edition.language, format_, condition, tuple(files), not told)
    inside = _contents(job, pictures)
    data = zipped(name, inside)
    (written,) = write_files(output, edition.folder, {f"{name}.zip": data})
    pages = sum(file.pages for file in files)
    return Packed(edition, written, len(data), pages, tuple(sorted(inside)), (*findings, *told))


def variant_for(format_: Format, settings: Print, spots: Sequence[str]) -> str:
    """By which set of rules a product is judged."""
    if format_.distance:  # it is looked at from afar, and printed by those who print large
        return "large-format"
    if settings.colour == "late-images":
        return "sheet-cmyk-rgb"
    return "sheet-spot" if spots else "sheet-cmyk"


def _print_files(
    made: Made, output: Path, format_: Format, settings: Print, condition: Condition
) -> Iterator[PrintFile]:
    for artifact in made.artifacts:
        if artifact.profile == PROFILE:
            data = (output / artifact.path).read_bytes()
            yield _print_file(artifact, data, format_, settings, condition)


def _print_file(
    artifact: Artifact, data: bytes, format_: Format, settings: Print, condition: Condition
) -> PrintFile:
    name = print_name(artifact.edition, artifact.name, format_, artifact.pages, condition)
    spots = _spots(data, name)
    variant = Variant.named(variant_for(format_, settings, spots))
    limits = limited(variant, condition.ink_limit)
    order = Order(limits, paper_of(format_), distance=format_.distance or None, ink=True)
    done = preflight(data, f"print/{name}", order)
    checked = Checked(variant.name, done.outcomes, done.unread)
    return PrintFile(name, artifact.title, artifact.pages, data, checked, spots)


def _spots(data: bytes, name: str) -> tuple[str, ...]:
    from brochure.check.print.spots import spots_of
    from brochure.pdf.content import Locked, NoPdf, read_pdf

    try:
        return tuple(sorted(spots_of(read_pdf(data, name))))
    except (Locked, NoPdf):  # the preflight tells it
        return ()


def _refused(name: str, errors: int) -> Diagnostic:
    variant = "one" if errors == 1 else ""
    return Diagnostic.of("package/refused", None, variant=variant, name=name, count=errors)


def _pictures(
    files: Sequence[PrintFile], condition: Condition, ppi: int
) -> tuple[list[list[Picture]], list[Diagnostic]]:
    """The pages of each file as on paper; else as well as can be, and what is to be told of it."""
    from brochure.proofing import soft_proofs
    from brochure.tools import ghostscript
    from brochure.tools.failed import ToolFailed

    note = Diagnostic.of("package/no-soft-proof", None, Severity.NOTE)
    if program := ghostscript.find():
        try:
            return [
                [(jpeg(page), page.size) for page in soft_proofs(program, file.data, icc, ppi)]
                for file in files
                for icc in [condition.icc]
            ], []
        except ToolFailed as error:
            note = Diagnostic.of(note.code, None, Severity.WARNING, "failed", error=error)
    return [
        [(jpeg(page), page.size) for page in trimmed_pages(file.data, ppi)] for file in files
    ], [note]


def _contents(job: Job, pictures: Sequence[Sequence[Picture]]) -> dict[str, bytes]:
    title = f"{job.publication.title} – {say('package/view', _told_in(job))}"
    pdf = view(list(_shown(job, pictures)), title, job.language)
    small = page_jpegs(pdf, _ppi(job.format, PICTURE_PPI, PICTURE_EDGE))
    return dict(contents(job, pdf, small, _fold_template(job)))


def _shown(job: Job, pictures: Sequence[Sequence[Picture]]) -> Iterator[Shown]:
    """Each page as the view shows it; sides of a leaflet with their folds."""
    size = f"{job.format.width:g} × {job.format.height:g} mm"
    colours = say(f"package/{'as-on-paper' if job.proofed else 'as-on-screen'}", _told_in(job))
    facts = f"{size} · {job.condition.identifier} · {colours}"
    sides = job.format.sides
    for file, pages in zip(job.files, pictures, strict=True):
        for number, (data, pixels) in enumerate(pages):
            side = sides[number % len(sides)] if sides else None
            width, height = job.format.width, job.format.height
            yield Shown(data, pixels, width, height, file.name, facts, side)


def _fold_template(job: Job) -> bytes | None:
    if job.format.fold is None:
        return None
    from brochure.sheet.fold_template import fold_template

    return fold_template(job.format, _told_in(job))


def _told_in(job: Job) -> str:
    """The language of the job, if it is one in which people are told things."""
    return job.language if job.language in LANGUAGES else LANGUAGES[0]


def _ppi(format_: Format, most: int, edge: int) -> int:
    """A resolution, lower for what is large."""
    return min(most, int(edge * MM_PER_INCH / max(format_.width, format_.height)))
