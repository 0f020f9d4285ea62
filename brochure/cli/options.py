"""Options that several verbs share, as decorators."""

import os
import re
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from brochure.cli.session import Ended, Session
from brochure.cli.speech import Argument, Option
from brochure.diagnostics import Diagnostic, ExitCode
from brochure.diagnostics.messages import LANGUAGES
from brochure.document.edition import Order

Function = Callable[..., Any]
FILTERS = (("profile", "profiles"), ("format", "formats"), ("language", "languages"))
FOLDER = click.Path(file_okay=False, path_type=Path)


def global_options(function: Function) -> Function:
    """The options that may stand before or after the verb."""
    for option in (_help, _project, _report, _lang):
        function = option(function)
    return function


def order_options(function: Function) -> Function:
    """What is asked for, handed to the verb as `order`."""
    return _ordered(function, FILTERS)


def product_options(function: Function) -> Function:
    """The same where the verb itself says the profile."""
    return _ordered(function, FILTERS[1:])


def _ordered(function: Function, filters: Sequence[tuple[str, str]]) -> Function:
    @wraps(function)
    def with_order(*args: Any, **kwargs: Any) -> Any:
        fields = ("publications", "languages", "formats", "profiles", "records")
        asked = {name: tuple(kwargs.pop(name, ())) for name in fields}
        numbered, skip = kwargs.pop("numbered"), kwargs.pop("skip_bad_records")
        order = Order(**asked, numbered=numbered, skip_bad_records=skip)
        return function(*args, order=order, **kwargs)

    decorated: Function = _records(with_order)
    for name, kind in filters:
        decorated = _filter(name, kind)(decorated)
    return _publications(decorated)


def _records(function: Function) -> Function:
    """Which records are meant, and what becomes of the others when one is wrong."""
    for option in (_skip_bad_records, _numbered, _record):
        function = option(function)
    return function


def made_options(function: Function) -> Function:
    """Where files lie, and how severely they are judged."""
    return output_option(strict_option(function))


def publication_arguments(function: Function) -> Function:
    """The names of publications, where nothing else is asked for."""
    return _publications(function)


def flag(name: str) -> Function:
    """An option without a value; its help is `cli/option-NAME`."""
    return click.option(f"--{name}", f"{name}_", is_flag=True, cls=Option, help=f"option-{name}")


def _filter(name: str, kind: str) -> Function:
    return click.option(
        f"--{name}",
        kind,
        multiple=True,
        cls=Option,
        metavar=f"metavar-{name}",
        help=f"option-{name}",
        shell_complete=_complete_catalogue,
    )


def _set_start(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.ensure_object(Session).start = value


class Numbers(click.ParamType["tuple[int, int]"]):
    """The first and the last of some things in a row: `3`, `1-20`."""

    name = "numbers"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> Any:
        """Both numbers; a word that is no such row ends the call."""
        found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", value)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 0 < first <= last:
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/not-numbers", None, name=value))
        return first, last


class _Count(click.ParamType[int]):
    """How many: a whole number from 1."""

    name = "count"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> int:
        if not re.fullmatch(r"[1-9]\d{0,3}", str(value)):
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/not-a-count", None, value=value))
        return int(value)


class Size(click.ParamType[int]):
    """Bytes: `500MB`, `2GB`, `1.5 GiB`."""

    name = "size"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> int:
        """The number of bytes; a word that is no size ends the call."""
        found = re.fullmatch(r"(\d{1,6}(?:[.,]\d+)?) ?([KMGT]i?)?B?", str(value), re.IGNORECASE)
        if not found:
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/wrong-size", None, value=value))
        number, unit = float(found[1].replace(",", ".")), (found[2] or "").upper()
        base = 1024 if unit.endswith("I") else 1000
        return int(number * base ** ("", "K", "M", "G", "T").index(unit[:1]))


def _limit_cache(_: click.Context, __: click.Parameter, size: int | None) -> None:
    from brochure import cache

    if size is not None:
        cache.limit(size)


def _show_help(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def _complete_catalogue(_: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from brochure.catalog import known

    return [name for name in known(parameter.name) if name.startswith(incomplete)]


def _complete_publications(
    context: click.Context, _: click.Parameter, incomplete: str
) -> list[str]:
    from brochure.diagnostics import Problems

    try:
        names = context.ensure_object(Session).project.publications()
    except Problems:
        return []
    return [name for name in names if name.startswith(incomplete)]


# The values of --lang and --report are read before parsing (main.py), as an error in the command
# line is told in that language and shape; here they are only described and checked.
_lang = click.option(
    "--lang", type=click.Choice(LANGUAGES), cls=Option, expose_value=False, help="option-lang"
)
_report = click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    cls=Option,
    expose_value=False,
    help="option-report",
)
_project = click.option(
    "--project",
    type=FOLDER,
    cls=Option,
    metavar="metavar-folder",
    expose_value=False,
    callback=_set_start,
    help="option-project",
)
_help = click.option(
    "--help",
    is_flag=True,
    is_eager=True,
    cls=Option,
    expose_value=False,
    callback=_show_help,
    help="option-help",
)
output_option = click.option(
    "--output", type=FOLDER, cls=Option, metavar="metavar-folder", help="option-output"
)
jobs_option = click.option(
    "--jobs",
    type=_Count(),
    default=lambda: len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1,
    cls=Option,
    metavar="metavar-number",
    help="option-jobs",
)
_record = click.option(
    "--record",
    "records",
    multiple=True,
    cls=Option,
    metavar="metavar-record",
    help="option-record",
)
_numbered = click.option(
    "--records",
    "numbered",
    type=Numbers(),
    cls=Option,
    metavar="metavar-records",
    help="option-records",
)
_skip_bad_records = click.option(
    "--skip-bad-records", is_flag=True, cls=Option, help="option-skip-bad-records"
)
cache_option = click.option(
    "--cache-size",
    type=Size(),
    cls=Option,
    metavar="metavar-size",
    expose_value=False,
    callback=_limit_cache,
    help="option-cache-size",
)
strict_option = click.option("--strict", is_flag=True, cls=Option, help="option-strict")
_publications = click.argument(
    "publications",
    nargs=-1,
    cls=Argument,
    metavar="metavar-publications",
    shell_complete=_complete_publications,
)
