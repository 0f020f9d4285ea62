"""`brochure cache`: what is kept between builds, and how to be rid of it."""

from collections.abc import Sequence

import click

from brochure import cache
from brochure.cli.console import table
from brochure.cli.lines import size
from brochure.cli.options import global_options
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Argument, Verb, amount, tell
from brochure.diagnostics import ExitCode

STEPS = ("show", "clear")
COLUMNS = ("kept", "entries", "bytes")


@click.command("cache", cls=Verb, help="cache", epilog="cache-epilog")
@click.argument("step", type=click.Choice(STEPS), default="show", cls=Argument)
@global_options
@click.pass_obj
def command(session: Session, step: str) -> Outcome:
    """Show what is kept, or remove it."""
    found = list(cache.entries())
    kinds = _kinds(found)
    facts = {"folder": str(cache.root()), "kinds": kinds, "step": step}
    if step == "clear":
        cache.clear()
        closing = tell("cache-cleared", size=size(_bytes(found)), folder=cache.root())
        return Outcome(ExitCode.MADE, facts=facts, closing=closing)
    if not session.json and kinds:
        rows = [(kind, str(n), size(count)) for kind, (n, count) in kinds.items()]
        table([tell(f"column-{name}") for name in COLUMNS], rows)
    many = amount("entries", len(found))
    values = {"entries": many, "size": size(_bytes(found)), "folder": cache.root()}
    return Outcome(ExitCode.MADE, facts=facts, closing=tell("cache-is", **values))


def _kinds(entries: Sequence[cache.Entry]) -> dict[str, tuple[int, int]]:
    """How many entries of each kind there are, and how many bytes."""
    kinds: dict[str, tuple[int, int]] = {}
    for entry in sorted(entries, key=lambda entry: entry.kind):
        count, total = kinds.get(entry.kind, (0, 0))
        kinds[entry.kind] = (count + 1, total + entry.size)
    return kinds


def _bytes(entries: Sequence[cache.Entry]) -> int:
    return sum(entry.size for entry in entries)
