"""The lines that a person sees grow: one an edition and profile."""

from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile
from pathlib import Path

from brochure.cli.console import Words
from brochure.cli.speech import amount, decimal, tell
from brochure.diagnostics import Report, Severity
from brochure.document.checked import Checked
from brochure.document.edition import Artifact, Edition, Made

PATH_WIDTH = 44
MEGABYTE = 1_000_000


def edition_name(edition: Edition) -> str:
    """How an edition is called while it is worked at."""
    return f"{edition.folder}/{edition.name or edition.format}"


def stopped(made: Made) -> bool:
    """Whether findings kept an edition from being made."""
    return bool(made.diagnostics) and not made.artifacts


def made_lines(made: Made) -> list[Words]:
    """What became of an edition, a line a profile."""
    if stopped(made):
        return [checked_line(made)]
    profiles = made.edition.profiles
    ordered = sorted(made.artifacts, key=lambda artifact: profiles.index(artifact.profile))
    groups = groupby(ordered, key=lambda artifact: artifact.profile)
    return [_file_line(made, list(artifacts)) for _, artifacts in groups]


def checked_line(made: Made) -> Words:
    """An edition and how many findings it has."""
    report = report_of([made])
    found = (f"   {findings_text(report)}", "red" if report.has_errors else "dim")
    return [mark(report), *_path(made.edition, made.edition.name or made.edition.format), found]


def file_line(checked: Checked) -> Words:
    """A file and how many findings it has."""
    report = Report()
    report.add(checked.findings)
    found = (f"   {findings_text(report)}", "red" if report.has_errors else "dim")
    return [mark(report), (checked.name, "bold"), found]


def report_of(made: Iterable[Made], strict: bool = False) -> Report:
    """The findings of editions, each once: the same text is in all of them."""
    report = Report(strict)
    for item in made:
        report.add(item.diagnostics)
    return report


def findings_text(report: Report) -> str:
    """`2 errors, 1 warning`."""
    counts = (("errors", Severity.ERROR), ("warnings", Severity.WARNING))
    found = [amount(code, n) for code, severity in counts if (n := report.count(severity))]
    return ", ".join(found) or tell("no-findings")


def size(count: int) -> str:
    """Bytes as a person reads them."""
    if count < MEGABYTE:
        return f"{max(1, round(count / 1000))} kB"
    return f"{decimal(count / MEGABYTE)} MB"


def folder_name(folder: Path) -> str:
    """A folder as one would type it here."""
    here = Path.cwd()
    return f"{folder.relative_to(here)}/" if folder.is_relative_to(here) else str(folder)


def mark(report: Report) -> tuple[str, str]:
    """A sign for how bad it is."""
    if report.count(Severity.ERROR):
        return ("✗ ", "bold red")
    return ("! ", "yellow") if report.count(Severity.WARNING) else ("✓ ", "green")


def _path(edition: Edition, name: str) -> Words:
    folder = f"{edition.folder}/"
    return [(folder, "dim"), (name.ljust(PATH_WIDTH - len(folder)), "bold")]


def _file_line(made: Made, artifacts: Sequence[Artifact]) -> Words:
    count = sum(artifact.pages for artifact in artifacts)
    pages = amount("pages", count) if count else ""
    standards = sorted(set.intersection(*(set(item.standards) for item in artifacts)))
    return [
        mark(report_of([made])),
        *_path(made.edition, _names([artifact.name for artifact in artifacts])),
        (f"{pages:>11}", ""),
        (f"{size(sum(artifact.size for artifact in artifacts)):>9}", ""),
        (f"   {', '.join(standards)}" if standards else "", "cyan"),
        (f"   {tell('unchanged')}" if made.unchanged else "", "dim"),
    ]


def _names(names: Sequence[str]) -> str:
    """Several names as a shell would read them: `a2-poster-{1..5}.web.pdf`."""
    if len(names) == 1:
        return names[0]
    start = _shared(names)
    end = _shared([name[start:][::-1] for name in names])
    first, last = (name[start : len(name) - end] for name in (names[0], names[-1]))
    return f"{names[0][:start]}{{{first}..{last}}}{names[0][len(names[0]) - end :]}"


def _shared(words: Sequence[str]) -> int:
    """How many letters all words have in common at their start."""
    letters = zip(*words, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, letters))
