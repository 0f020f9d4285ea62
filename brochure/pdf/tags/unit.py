"""Paint units with our marks, and give their skeletons once it is done."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from brochure.document.fragment import Fragment
from brochure.document.structure import Skeleton
from brochure.pdf.tags.engine import pieces_of
from brochure.pdf.tags.marks import Mark, marks_of
from brochure.pdf.tags.node import Kid
from brochure.pdf.tags.painting import Painting
from brochure.pdf.tags.piece import Pieces
from brochure.pdf.tags.skeleton import nodes_of, skeleton

Finish = Callable[[Any, Painting, Sequence[Skeleton]], None]
"""Given the PDF, what was painted, and the skeletons of the units in order."""


@contextmanager
def paint_units(fragments: Sequence[Fragment], finish: Finish) -> Iterator[Painting]:
    """While this holds, the engine paints the pages of these units, in order, with our marks."""
    structures: list[tuple[str, Pieces, list[Kid]]] = []
    marks: dict[int, Mark] = {}
    for fragment in fragments:
        pieces = pieces_of(fragment.laid_out.pages)
        kids = nodes_of(fragment.name, pieces)
        structures.append((fragment.name, pieces, kids))
        marks |= marks_of(pieces, kids)

    def finished(pdf: Any, painting: Painting) -> None:
        finish(pdf, painting, _skeletons(structures, painting))

    painting = Painting(marks, finished)
    with painting.steering():
        yield painting


def _skeletons(
    structures: Sequence[tuple[str, Pieces, Sequence[Kid]]], painting: Painting
) -> list[Skeleton]:
    """Pages of the file become pages of the unit."""
    made, first = [], 0
    for name, pieces, kids in structures:
        painted = {
            box: (page - first, stream, mcid)
            for box, (page, stream, mcid) in painting.painted.items()
            if first <= page < first + pieces.pages
        }
        made.append(skeleton(name, pieces, kids, painted))
        first += pieces.pages
    return made
