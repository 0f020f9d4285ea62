"""Compile the units of one file: lay out and paint each alone, then the margins of its pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from brochure import cache
from brochure.check import headings_of, wrong_structure
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment
from brochure.document.html import HtmlUnit, Numbering
from brochure.html import Renderer, Unit, without_content
from brochure.layout.sfnt import DamagedFont, selection
from brochure.project import Project
from brochure.unit_cache import Request, Surroundings, compiled, is_known
from brochure.versions import shaping_versions

if TYPE_CHECKING:
    from brochure.layout.engine import Engine

MAX_ROUNDS = 5
SELECTIONS, SELECTION_FORMAT = "font-selections", 1


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


class Compiler:
    """Makes fragments of units; what it made before, in whatever process, it takes from the cache.

    `engine` is asked for only when something must be laid out here; `crew` lays out in other
    processes, into the same cache.
    """

    def __init__(
        self, project: Project, engine: Callable[[], "Engine"], crew: "Crew | None" = None
    ) -> None:
        self._project, self._engine, self._crew = project, engine, crew
        self._begun: dict[str, Future[None]] = {}

    def observing(self, project: Project) -> "Compiler":
        """The same, for an edition that notes what it is made from."""
        return Compiler(project, self._engine, self._crew)

    def begin(self, requests: Iterable[Request]) -> None:
        """Let others compile what will be asked for; without a crew nothing happens."""
        for request in requests if self._crew else ():
            key = request.key(self._surroundings)
            if key not in self._begun and not is_known(key, self._project.digest):
                assert self._crew
                self._begun[key] = self._crew(request)

    def compile(self, request: Request) -> Fragment:
        """The fragment of a unit."""
        key = request.key(self._surroundings)
        if key in self._begun:
            self._begun[key].result()
        return compiled(request, key, self._make, self._surroundings, self._project.digest)

    def font(self, digest: str) -> bytes:
        """The font file of that hash."""
        return self._project.read(self._surroundings.fonts[digest])

    def _make(self, request: Request) -> Fragment:
        engine = self._engine()
        from brochure.pdf.paint import paint  # once the engine is loaded

        if request.margins_of is not None and request.numbering is not None:
            laid_out = engine.lay_out_margins(request.unit, request.margins_of, request.numbering)
            return paint(laid_out, only_margins=True)
        laid_out = engine.lay_out(request.unit)
        return replace(
            paint(laid_out),
            structure=tuple(wrong_structure(laid_out.html)),
            headings=tuple(headings_of(laid_out.html)),
        )

    @cached_property
    def _surroundings(self) -> Surroundings:
        fonts = {self._project.digest(file): file for file in self._project.font_files()}
        chosen = [(file, _selection(self._project, file, digest)) for digest, file in fonts.items()]
        return Surroundings(shaping_versions(), repr(chosen), fonts)


Crew = Callable[[Request], "Future[None]"]
"""Compiles a unit in another process; it is in the cache when the future is done."""


def begin_units(compiler: Compiler, renderer: Renderer, units: Sequence[Unit]) -> None:
    """Let others begin with the units of a file, on the pages where they probably start."""
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


def _selection(project: Project, file: str, digest: str) -> str:
    """By what a font is chosen, known by the hash of the file; of a settings file, all of it."""
    key = cache.key_of(digest, SELECTION_FORMAT)
    if (known := cache.recall(SELECTIONS, key)) is not None:
        return known.decode()
    try:
        found = selection(project.read(file))
    except DamagedFont:
        found = digest
    cache.keep(SELECTIONS, key, found.encode())
    return found
