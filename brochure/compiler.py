"""Compile one unit: lay it out and paint it, or take its fragment from the cache."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from brochure import cache
from brochure.check import headings_of, wrong_structure
from brochure.document.edition import Pdf
from brochure.document.fragment import Fragment
from brochure.layout.sfnt import DamagedFont, selection
from brochure.project import Project
from brochure.recent import Recent
from brochure.unit_cache import (
    Request,
    Surroundings,
    compiled,
    is_known,
    made_now,
    read_again,
)
from brochure.versions import shaping_versions

if TYPE_CHECKING:
    from brochure.layout.engine import Engine

RECENT = 200
"""Fragments that stay in memory during a call, for records that share them."""
SELECTIONS, SELECTION_FORMAT = "font-selections", 1


class Compiler:
    """Makes fragments of units; what it made before, in whatever process, it takes from the cache.

    `engine` is asked for only when something must be laid out here; `crew` lays out in other
    processes, into the same cache.
    """

    def __init__(
        self,
        project: Project,
        engine: Callable[[], "Engine"],
        crew: "Crew | None" = None,
        shared: "Shared | None" = None,
    ) -> None:
        self._project, self._engine, self._crew = project, engine, crew
        self._begun: dict[str, Future[None]] = {}
        self._painting: list[Future[None]] = []
        self._given = shared

    @property
    def has_crew(self) -> bool:
        """Whether others work for it."""
        return self._crew is not None

    def observing(self, project: Project) -> "Compiler":
        """The same, for an edition that notes what it is made from."""
        for font in self._shared.surroundings.fonts.values():
            project.digest(font)
        project.font_files()
        return Compiler(project, self._engine, self._crew, self._shared)

    def begin(self, requests: Iterable[Request]) -> None:
        """Let others compile what will be asked for; without a crew nothing happens."""
        for request in requests if self._crew else ():
            key = request.key(self._shared.surroundings)
            if key not in self._begun and not is_known(key, self._project.digest):
                assert self._crew
                self._begun[key] = self._crew.compile(request)

    def begin_pictures(self, pdf: Pdf) -> None:
        """Let others paint the pictures of pages, while this process goes on."""
        self._painting += self._crew.paint(pdf) if self._crew else ()

    def finish(self) -> None:
        """Wait for what others have begun."""
        for future in self._painting:
            future.result()

    def compile(self, request: Request) -> Fragment:
        """The fragment of a unit.

        What differs by record is not kept: nobody asks for it twice.
        """
        around, recent, digest = *self._shared, self._project.digest
        if request in recent:
            return read_again(recent[request], digest)
        if request.unit.of_record:
            return made_now(request, self._make, around, digest)
        key = request.key(around)
        if key in self._begun:
            self._begun[key].result()
        fragment = compiled(request, key, self._make, around, digest)
        recent[request] = fragment
        return fragment

    def font(self, digest: str) -> bytes:
        """The font file of that hash."""
        return self._project.read(self._shared.surroundings.fonts[digest])

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
    def _shared(self) -> "Shared":
        return self._given or Shared(_surroundings(self._project), Recent(RECENT))


class Shared(NamedTuple):
    """What the compilers of a call have in common: what shapes all units, and late fragments."""

    surroundings: Surroundings
    recent: Recent[Request, Fragment]


class Crew(Protocol):
    """Works in other processes; what it made is in the cache when a future is done."""

    def compile(self, request: Request) -> "Future[None]":
        """Begin with a unit."""

    def paint(self, pdf: Pdf) -> "Sequence[Future[None]]":
        """Begin with the pictures of pages."""


def _surroundings(project: Project) -> Surroundings:
    fonts = {project.digest(file): file for file in project.font_files()}
    chosen = [(file, _selection(project, file, digest)) for digest, file in fonts.items()]
    return Surroundings(shaping_versions(), repr(chosen), fonts)


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
