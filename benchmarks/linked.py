"""Twelve pages linked from kept fragments: in a process that stays, and in one that begins.

`python -m benchmarks.linked FOLDER TARGET` is the one that begins: it finds the fragments as
files in FOLDER, as the cache has them, and loads neither the engine nor templates.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from brochure.catalog import Profile
from brochure.document.fragment import Fragment, Metadata
from brochure.document.plain import from_bytes, to_bytes
from brochure.pdf import Linked, link

SOURCE = "content/botschaften/de.yaml"
KEPT = "units.kept"


@dataclass(frozen=True)
class Kept:
    """What the linker is given."""

    bodies: tuple[Fragment, ...]
    margins: tuple[Fragment | None, ...]
    metadata: Metadata


def compiled(folder: Path) -> Kept:
    """The units of the brochure of a project."""
    from brochure.batch.building import compiler_of
    from brochure.compilation import compile_units
    from brochure.document.edition import Edition
    from brochure.html import units_of
    from brochure.preparation import prepare
    from brochure.project import Project

    prepared = prepare(Project(folder), Edition("botschaften", "de", "a5-brochure", ("web",)))
    (renderer,) = prepared.renderers()
    (units,) = units_of(prepared.source.document, prepared.format)
    made = compile_units(compiler_of(folder), renderer, units)
    parts = tuple(unit.body for unit in made), tuple(unit.margins for unit in made)
    return Kept(*parts, renderer.metadata(units))


def linked(kept: Kept, fonts: dict[str, Path]) -> Linked:
    """The PDF of the units."""
    units = list(zip(kept.bodies, kept.margins, strict=True))
    read = partial(read_font, fonts)
    return link(units, Profile.named("web"), kept.metadata, b"bench", read)


def fonts_of(folder: Path) -> dict[str, Path]:
    """The font files of a project by their hash; they are read only for a new set of glyphs."""
    files = folder.glob("fonts/**/*.ttf")
    return {sha256(file.read_bytes()).hexdigest(): file for file in files}


def keep(folder: Path) -> Path:
    """Write the units of a project into a file."""
    target = folder / KEPT
    target.write_bytes(to_bytes(compiled(folder)))
    linked(compiled(folder), fonts_of(folder))  # subsets of fonts are kept as well
    return target


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """Fragments in memory; the function links them."""
    kept, fonts = compiled(folder), fonts_of(folder)
    yield lambda: linked(kept, fonts).pdf.data


def read_font(fonts: dict[str, Path], digest: str) -> bytes:
    """A font file by its hash."""
    return fonts[digest].read_bytes()


if __name__ == "__main__":
    kept_units = from_bytes(Kept, (Path(sys.argv[1]) / KEPT).read_bytes())
    Path(sys.argv[2]).write_bytes(linked(kept_units, {}).pdf.data)
