"""`brochure records`: what each record lacks, before anything is made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from brochure.cli.console import table
from brochure.cli.lines import findings_text
from brochure.cli.options import global_options, publication_arguments
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Verb, amount, language, tell
from brochure.cli.usage import near
from brochure.diagnostics import Diagnostic, ExitCode, Report

if TYPE_CHECKING:
    from brochure.content.records.report import Report as MergeReport

COLUMNS = ("publication", "number", "record", "lacks")


@click.command("records", cls=Verb, help="records")
@publication_arguments
@global_options
@click.pass_obj
def command(session: Session, publications: tuple[str, ...]) -> Outcome:
    """Examine the records of publications."""
    from brochure.content.records.report import capped
    from brochure.merging import report_of

    reports = {name: report_of(session.project, name) for name in _named(session, publications)}
    if not session.json:
        rows = [row for name, found in reports.items() for row in _rows(name, found)]
        table([tell(f"column-{name}") for name in COLUMNS], rows) if rows else None
    told = Report()
    for found in reports.values():
        told.add(capped(found.findings, found.records.table.file))
    closing = "\n".join(_closing(name, found) for name, found in reports.items())
    facts = {"publications": [_values(name, found) for name, found in reports.items()]}
    return Outcome(told.exit_code, tuple(told.diagnostics), facts, closing)


def _named(session: Session, asked: Sequence[str]) -> Sequence[str]:
    """The publications that are asked for, or all that have records."""
    from brochure.planning import publication

    known = session.project.publications()
    for name in asked:
        if name not in known:
            code = "cli/unknown-publication"
            finding = Diagnostic.of(code, None, name=name, near=near(name, known))
            raise Ended(ExitCode.USAGE, finding)
    names = [name for name in asked or known if publication(session.project, name).data]
    if not names:
        raise Ended(ExitCode.USAGE, Diagnostic.of("cli/no-records"))
    return names


def _rows(name: str, found: "MergeReport") -> Sequence[Sequence[str]]:
    """A row for each finding of a record, in the order of the file."""
    from brochure.diagnostics.messages import say

    keys = dict(zip(found.selected, found.keys, strict=True))
    return [
        (name, str(index + 1), keys[index], say(item.sentence, language(), **dict(item.values)))
        for index in sorted(found.lacks)
        for item in found.lacks[index]
    ]


def _closing(name: str, found: "MergeReport") -> str:
    told = Report(diagnostics=list(dict.fromkeys(found.findings)))
    bad = sum(map(found.is_bad, found.lacks))
    counts = {"records": amount("records", len(found.records)), "selected": len(found.selected)}
    return tell("records-told", publication=name, bad=bad, findings=findings_text(told), **counts)


def _values(name: str, found: "MergeReport") -> dict[str, object]:
    keys = dict(zip(found.selected, found.keys, strict=True))
    return {
        "publication": name,
        "file": found.records.table.file,
        "records": len(found.records),
        "selected": len(found.selected),
        "lacking": [
            {
                "number": index + 1,
                "record": keys[index],
                "made": not found.is_bad(index),
                "codes": sorted({item.code for item in found.lacks[index]}),
            }
            for index in sorted(found.lacks)
        ],
    }
