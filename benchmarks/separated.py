"""Kept pages for screens made into a PDF/X-4, in a process that stays.

What is kept of pictures in inks is thrown away before each time, or is not (`kept`).
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.linked import fonts_of, read_font
from brochure import cache
from brochure.catalog import Profile

SOURCE = "content/botschaften/de.yaml"
PRINT = Profile.named("print")
PICTURES = ("pictures", "separated-pictures")


@dataclass(frozen=True)
class Separating:
    """A way to do the work that `benchmarks.resident` can call."""

    format: str
    kept: bool = False
    SOURCE: str = SOURCE

    @contextmanager
    def warm(self, folder: Path) -> Iterator[Callable[[], bytes]]:
        """Laid-out pages in memory; the function makes the print file of them."""
        make = _printed(folder, self.format)

        def run() -> bytes:
            if not self.kept:
                for kind in PICTURES:
                    shutil.rmtree(cache.folder(kind), ignore_errors=True)
            return make()

        yield run


brochure = Separating("a5-brochure")
brochure_kept = Separating("a5-brochure", kept=True)
poster = Separating("a1-poster")


def _printed(folder: Path, name: str) -> Callable[[], bytes]:
    from brochure.batch.building import compiler_of
    from brochure.compilation import compile_units
    from brochure.document.edition import Edition
    from brochure.html import units_of
    from brochure.pdf import link
    from brochure.pdf.colour import PrintColour, in_inks
    from brochure.preparation import prepare
    from brochure.project import Project

    prepared = prepare(Project(folder), Edition("botschaften", "de", name, ("print",)))
    (renderer,) = prepared.renderers()
    units = next(iter(units_of(prepared.source.document, prepared.format)))
    made = compile_units(compiler_of(folder), renderer, units)
    parts = [(unit.body, unit.margins) for unit in made]
    condition, fonts = prepared.condition, fonts_of(folder)
    assert condition
    colour = PrintColour(condition, renderer.look.colours)
    metadata = renderer.metadata(units)

    def make() -> bytes:
        inks = in_inks(parts, PRINT, colour)
        return link(inks, PRINT, metadata, b"bench", partial(read_font, fonts), condition).pdf.data

    return make
