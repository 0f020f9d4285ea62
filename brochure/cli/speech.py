"""How the command speaks the person's language: help texts by code, in Click's own shapes."""

from contextvars import ContextVar
from typing import Any

import click

from brochure.diagnostics.messages import language_of_environment, say

LANGUAGE: ContextVar[str] = ContextVar("language")
"""The language of this call; set before the command line is parsed, as help is a part of that."""


def language() -> str:
    """The language in which the person is spoken to."""
    return LANGUAGE.get(None) or language_of_environment()


def tell(code: str, **values: object) -> str:
    """The sentence of a code of this room: `tell("usage")` says `cli/usage`."""
    return say(f"cli/{code}", language(), **values)


def amount(code: str, n: int) -> str:
    """A number with its noun: `1 page`, `12 pages`."""
    return tell(f"{code}-one") if n == 1 else tell(f"{code}-many", n=n)


def decimal(number: float) -> str:
    """A number with one digit after the person's decimal mark."""
    return f"{number:.1f}".replace(".", tell("decimal-mark"))


class Option(click.Option):
    """An option whose help, and whose metavariable if any, are codes."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The word that stands for the value."""
        return tell(self.metavar) if self.metavar else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's row in the help."""
        return self.get_help_spec(ctx), tell(self.help or "")


class Argument(click.Argument):
    """An argument whose metavariable, if any, is a code."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The word that stands for the value."""
        return tell(self.metavar) if self.metavar else super().make_metavar(ctx)


class Verb(click.Command):
    """A command whose help, and whose epilog if any, are codes."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        # Our own help option speaks two languages; Click's would speak that of its catalogue.
        super().__init__(*arguments, **{"add_help_option": False, **settings})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; an error knows the verb at which it happened."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_short_help_str(self, limit: int = 45) -> str:
        """What a shell shows beside the verb."""
        return tell(self.help or "")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line."""
        self.options_metavar = tell("metavar-options")
        return super().collect_usage_pieces(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, tell("usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the verb does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tell(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of options."""
        rows = [param.get_help_record(ctx) for param in self.params if isinstance(param, Option)]
        with formatter.section(tell("heading-options")):
            formatter.write_dl([row for row in rows if row])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what stands below the options."""
        if self.epilog:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(tell(self.epilog))
