"""`brochure schema`: the JSON Schema of the YAML files, and of reports on checks."""

import json

import click

from brochure.cli.console import message, result
from brochure.cli.options import flag, global_options
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Argument, Verb, tell
from brochure.diagnostics import ExitCode

FOLDER = "schema"
KINDS = ("publication", "document", "check-report")


@click.command("schema", cls=Verb, help="schema")
@click.argument("kind", type=click.Choice(KINDS), required=False, cls=Argument)
@flag("write")
@global_options
@click.pass_obj
def command(session: Session, kind: str | None, write_: bool) -> Outcome:
    """Print the schema of the text's file, or of the one that is named."""
    if write_:
        return _write(session, [kind] if kind else KINDS)
    text = _schema(kind or "document")
    if not session.json:
        result(text.rstrip("\n"))
    return Outcome(ExitCode.MADE, facts={"schema": json.loads(text)})


def _write(session: Session, kinds: list[str] | tuple[str, ...]) -> Outcome:
    from brochure.output import write_files

    files = {f"{kind}.schema.json": _schema(kind).encode() for kind in kinds}
    written = write_files(session.project.root, FOLDER, files)
    if not session.json:
        message(tell("written", files=", ".join(written)))
    return Outcome(ExitCode.MADE, facts={"files": list(written)})


def _schema(kind: str) -> str:
    from brochure.content import json_schema
    from brochure.report.json import report_schema

    if kind == "check-report":
        schema = report_schema()
    else:
        schema = json_schema("publication" if kind == "publication" else "document")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
