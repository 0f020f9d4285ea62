"""`brochure impose`: the pages of a PDF on press sheets."""

from pathlib import Path

import click

from brochure.cli.console import result
from brochure.cli.options import FOLDER, flag, global_options
from brochure.cli.session import Outcome, Session
from brochure.cli.sheet_options import job_options
from brochure.cli.speech import Argument, Option, Verb, amount, tell
from brochure.diagnostics import Diagnostic, Problems, Report
from brochure.sheet.job import Job


@click.command("impose", cls=Verb, help="impose", epilog="impose-epilog")
@click.argument("file", type=click.Path(path_type=Path), cls=Argument, metavar="metavar-pdf")
@job_options
@flag("dummy")
@click.option("--output", type=FOLDER, cls=Option, metavar="metavar-folder", help="option-beside")
@global_options
@click.pass_obj
def command(session: Session, file: Path, job: Job, dummy_: bool, output: Path | None) -> Outcome:
    """Put the pages of a PDF on sheets for a press."""
    from brochure.output import write_files
    from brochure.sheet.dummy import dummy
    from brochure.sheet.imposing import impose

    made = impose(_read(file), file.name, job)
    name = f"{file.stem}.{job.scheme}"
    files = {f"{name}.pdf": made.data}
    if dummy_:
        files[f"{name}.dummy.svg"] = dummy(made.sheets, job)
    folder = (output or file.parent).resolve()
    write_files(folder.parent, folder.name, files)
    if not session.json:
        for written in files:
            result(str((output or file.parent) / written))
    order = [[_numbers(side.pages) for side in sheet.surfaces] for sheet in made.sheets]
    facts = {"files": [str(folder / written) for written in files], "sheets": order}
    closing = tell("imposed", sheets=amount("sheets", len(made.sheets)), file=f"{name}.pdf")
    report = Report()
    report.add(made.diagnostics)
    return Outcome(report.exit_code, tuple(report.diagnostics), facts, closing)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        finding = Diagnostic.of("sheet/unreadable", None, file=file, reason=reason)
        raise Problems([finding]) from error


def _numbers(pages: tuple[int | None, ...]) -> list[int | None]:
    """Pages as a person counts them; an empty one has no number."""
    return [None if page is None else page + 1 for page in pages]
