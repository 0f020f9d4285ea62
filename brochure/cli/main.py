"""The command `brochure`: finds the verb, lets it work, and tells how it ended.

A verb's module is imported only when it is called, so that the help answers at once.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from brochure import __version__
from brochure.cli.ending import outcome_of, tell_outcome
from brochure.cli.options import global_options
from brochure.cli.session import Session
from brochure.cli.speech import LANGUAGE, Option, Verb, tell
from brochure.diagnostics.messages import LANGUAGES, language_of_environment

NAME = "brochure"
COMPLETE = "_BROCHURE_COMPLETE"
VERBS = (
    "build",
    "check",
    "preflight",
    "explain",
    "info",
    "diff",
    "records",
    "package",
    "impose",
    "template",
    "schema",
    "doctor",
    "cache",
    "daemon",
    "completion",
)


class Brochure(Verb, click.Group):
    """The group of verbs, each in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which a person meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name, imported now."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"brochure.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of verbs, without importing them."""
        with formatter.section(tell("heading-verbs")):
            formatter.write_dl([(verb, tell(verb)) for verb in VERBS])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs, then the options of all of them."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line."""
        self.subcommand_metavar = tell("metavar-verb")
        return super().collect_usage_pieces(ctx)

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> Any:
        """Run one call and exit; nothing but `SystemExit` leaves here."""
        words = list(sys.argv[1:] if args is None else args)
        sys.exit(ended(words, lambda session: self._run(words, session)))

    def _run(self, words: list[str], session: Session) -> object:
        if instruction := os.environ.get(COMPLETE):  # a shell asks, by the script it was given
            from click.shell_completion import shell_complete

            return shell_complete(self, {"obj": session}, NAME, COMPLETE, instruction)
        with self.make_context(NAME, words, obj=session) as context:
            return self.invoke(context)


def ended(words: Sequence[str], call: Callable[[Session], object]) -> int:
    """Do a call with these words; its exit code, when all about it is told."""
    session = Session(json=_value_of("--report", words) == "json")
    asked = _value_of("--lang", words)
    LANGUAGE.set(asked if asked in LANGUAGES else language_of_environment())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a sign shows "?"
            stream.reconfigure(errors="replace")
    return tell_outcome(session, outcome_of(lambda: call(session)))


def _value_of(option: str, words: Sequence[str]) -> str | None:
    """The value of a global option, wherever it stands; the last one counts."""
    found = None
    for word, following in pairwise([*words, ""]):
        if word == option:
            found = following
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found


def _show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"brochure {__version__}")
        context.exit()


@click.command(cls=Brochure, help="brochure", context_settings={"max_content_width": 100})
@global_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    cls=Option,
    expose_value=False,
    callback=_show_version,
    help="option-version",
)
def main() -> None:
    """One source, every edition."""
