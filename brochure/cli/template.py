"""`brochure template`: a format in its true size, to design in."""

from collections.abc import Iterator
from pathlib import Path

import click

from brochure.cli.console import result
from brochure.cli.options import global_options, output_option
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Argument, Verb, language
from brochure.cli.usage import near
from brochure.diagnostics import Diagnostic, ExitCode

FOLDER = "templates"
DPI = 100


@click.command("template", cls=Verb, help="template")
@click.argument("formats", nargs=-1, required=True, cls=Argument, metavar="metavar-formats")
@output_option
@global_options
@click.pass_obj
def command(session: Session, formats: tuple[str, ...], output: Path | None) -> Outcome:
    """Draw the templates of formats."""
    from brochure.output import write_files

    files = {file: data for name in formats for file, data in _files(session, name)}
    root = output or session.project.output
    written = [str(root / path) for path in write_files(root, FOLDER, files)]
    if not session.json:
        for path in written:
            result(path)
    return Outcome(ExitCode.MADE, facts={"files": written})


def _files(session: Session, name: str) -> Iterator[tuple[str, bytes]]:
    """The template as a PDF, and a picture of each side."""
    from brochure.output.pictures import page_pictures
    from brochure.reading import format_names, format_of
    from brochure.sheet.fold_template import fold_template

    names = format_names(session.project)
    if name not in names:
        finding = Diagnostic.of("cli/no-format", None, name=name, near=near(name, names))
        raise Ended(ExitCode.USAGE, finding)
    pdf = fold_template(format_of(session.project, name), language())
    yield f"{name}.pdf", pdf
    for number, picture in enumerate(page_pictures(pdf, DPI), 1):
        yield f"{name}-{number}.png", picture
