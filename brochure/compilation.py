"""Compile the units of one file: lay out and paint each alone, then the margins of its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brochure.compiler import Compiler
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment
from brochure.document.html import HtmlUnit, Numbering
from brochure.html import Renderer, Unit, without_content
from brochure.unit_cache import Request

MAX_ROUNDS = 5


@dataclass(frozen=True)
class Compiled:
    """A unit of a file: its text, and the margins of its pages where they have any."""

    body: Fragment
    margins: Fragment | None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while it was laid out and painted."""
        return self.body.diagnostics + (self.margins.diagnostics if self.margins else ())

    @property
    def files(self) -> frozenset[str]:
        """The files of the project that were read for it."""
        read = self.body.files + (self.margins.files if self.margins else ())
        return frozenset(file for file, digest in read if digest)


def begin_units(compiler: Compiler, renderer: Renderer, units: Sequence[Unit]) -> None:
    """Let others begin with the units of a file, on the pages where they probably start."""
    if not compiler.has_crew:
        return
    starts: dict[str, int] = {}
    page = 1
    for unit in units:
        starts[unit.name] = page
        page += 1 if unit.needs_numbers else _frames(renderer.html(unit, "right", {}))
    sides = {unit.name: renderer.side(starts[unit.name]) for unit in units}
    compiler.begin(
        Request(renderer.html(unit, sides[unit.name], starts if unit.needs_numbers else {}))
        for unit in units
    )


def compile_units(
    compiler: Compiler, renderer: Renderer, units: Sequence[Unit]
) -> tuple[Compiled, ...]:
    """All units of a file in order, with the margins of their pages.

    A unit that shows where others start (the contents) is laid out after the others. How many pages
    it takes is guessed as one; a wrong guess moves the rest, which is laid out again where it then
    begins on the other side of a spread.
    """
    guesses = {unit.name: 1 for unit in units if unit.needs_numbers}
    for _ in range(MAX_ROUNDS):
        made, starts = _compile_independent(compiler, renderer, units, guesses)
        for unit in units:
            if unit.needs_numbers:
                made[unit.name] = _compile(compiler, renderer, unit, starts[unit.name], starts)
        found = {name: made[name][1].pages for name in guesses}
        if found == guesses:
            return _with_margins(compiler, [(*made[u.name], starts[u.name]) for u in units])
        guesses = found
    raise RuntimeError(f"page numbers do not settle: {guesses}")


Made = tuple[HtmlUnit, Fragment]


def _compile_independent(
    compiler: Compiler, renderer: Renderer, units: Sequence[Unit], guesses: Mapping[str, int]
) -> tuple[dict[str, Made], dict[str, int]]:
    made: dict[str, Made] = {}
    starts: dict[str, int] = {}
    page = 1
    for unit in units:
        starts[unit.name] = page
        if unit.needs_numbers:
            page += guesses[unit.name]
        else:
            made[unit.name] = _compile(compiler, renderer, unit, page, {})
            page += made[unit.name][1].pages
    return made, starts


def _compile(
    compiler: Compiler, renderer: Renderer, unit: Unit, start: int, numbers: Mapping[str, int]
) -> Made:
    """One unit; where its text turns out to show page numbers, again with the true one."""
    side = renderer.side(start)
    html = renderer.html(unit, side, numbers)
    body = compiler.compile(Request(html))
    if body.is_numbered:
        html = renderer.html(unit, side, numbers, start)
        body = compiler.compile(Request(html))
    return html, body


def _with_margins(
    compiler: Compiler, made: Sequence[tuple[HtmlUnit, Fragment, int]]
) -> tuple[Compiled, ...]:
    total = sum(body.pages for _, body, _ in made)
    requests: list[Request | None] = []
    strings: dict[str, str] = {}
    for unit, body, start in made:
        numbering = Numbering(start, total if _asks_for_total(unit) else 0, tuple(strings.items()))
        has_margins = any(kind.has_margins for kind in body.kinds)
        request = Request(without_content(unit), body.kinds, numbering) if has_margins else None
        requests.append(request)
        strings |= {name: texts[-1] for kind in body.kinds for name, texts in kind.strings if texts}
    compiler.begin(request for request in requests if request)
    return tuple(
        Compiled(body, compiler.compile(request) if request else None)
        for (_, body, _), request in zip(made, requests, strict=True)
    )


def _frames(unit: HtmlUnit) -> int:
    """How many pages a unit is meant to have: templates frame each by `data-fit`."""
    return max(1, unit.html.count('data-fit="page"'))


def _asks_for_total(unit: HtmlUnit) -> bool:
    return any("pages" in text for text in (unit.html, *(s.text for s in unit.stylesheets)))
