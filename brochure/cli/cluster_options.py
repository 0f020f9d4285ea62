"""The options of a build by a cluster."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click

from brochure.cli.options import Size
from brochure.cli.session import Ended
from brochure.cli.speech import Option
from brochure.diagnostics import Diagnostic, ExitCode

Function = Callable[..., Any]
ENGINES = ("local", "dask")


@dataclass(frozen=True)
class Wish:
    """By what editions are to be made."""

    engine: str = ENGINES[0]
    scheduler: str | None = None
    store: str | None = None
    memory_limit: int = 0
    """Bytes; 0 for no limit."""
    max_failures: int | None = None


def cluster_options(function: Function) -> Function:
    """By what editions are made, handed to the verb as `wish`."""

    @wraps(function)
    def with_wish(*args: Any, **kwargs: Any) -> Any:
        wish = Wish(**{field.name: kwargs.pop(field.name) for field in fields(Wish)})
        if wish.engine != "dask" and wish != Wish():
            name = next(f.name for f in fields(Wish)[1:] if getattr(wish, f.name) != f.default)
            finding = Diagnostic.of("cli/only-with-dask", None, name=f"--{name.replace('_', '-')}")
            raise Ended(ExitCode.USAGE, finding)
        return function(*args, wish=wish, **kwargs)

    decorated: Function = with_wish
    for option in (_max_failures, _memory_limit, _store, _scheduler, _engine):
        decorated = option(decorated)
    return decorated


def _text(name: str, metavar: str) -> Function:
    return click.option(
        f"--{name}", cls=Option, metavar=f"metavar-{metavar}", help=f"option-{name}"
    )


_engine = click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], cls=Option, help="option-engine"
)
_scheduler = _text("scheduler", "address")
_store = _text("store", "store")
_max_failures = click.option(
    "--max-failures",
    type=click.IntRange(min=1),
    cls=Option,
    metavar="metavar-number",
    help="option-max-failures",
)
_memory_limit = click.option(
    "--memory-limit",
    type=Size(),
    default=0,
    cls=Option,
    metavar="metavar-size",
    help="option-memory-limit",
)
