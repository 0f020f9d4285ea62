"""Compile the units of one file: lay out each alone, on the page where it starts."""

from collections.abc import Callable, Mapping, Sequence

from brochure.document.fragment import Fragment
from brochure.html import Unit

Compile = Callable[[Unit, int, Mapping[str, int]], Fragment]
"""Lays out a unit that starts on a page, given the pages on which the others start."""

MAX_ROUNDS = 5


def compile_units(units: Sequence[Unit], compile_unit: Compile) -> tuple[Fragment, ...]:
    """The fragments of all units in order.

    A unit that shows page numbers (the contents) is laid out after the others. How many pages it
    takes is guessed as one; a wrong guess moves the rest, which is then laid out again.
    """
    guesses = {unit.name: 1 for unit in units if unit.needs_numbers}
    for _ in range(MAX_ROUNDS):
        fragments, starts = _compile_independent(units, compile_unit, guesses)
        for unit in units:
            if unit.needs_numbers:
                fragments[unit.name] = compile_unit(unit, starts[unit.name], starts)
        found = {name: fragments[name].pages for name in guesses}
        if found == guesses:
            return tuple(fragments[unit.name] for unit in units)
        guesses = found
    raise RuntimeError(f"page numbers do not settle: {guesses}")


def _compile_independent(
    units: Sequence[Unit], compile_unit: Compile, guesses: Mapping[str, int]
) -> tuple[dict[str, Fragment], dict[str, int]]:
    fragments: dict[str, Fragment] = {}
    starts: dict[str, int] = {}
    page = 1
    for unit in units:
        starts[unit.name] = page
        if unit.needs_numbers:
            page += guesses[unit.name]
        else:
            fragments[unit.name] = compile_unit(unit, page, {})
            page += fragments[unit.name].pages
    return fragments, starts
