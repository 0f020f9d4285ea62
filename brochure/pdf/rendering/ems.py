"""The ink of a run of text → its contrast, em by em.

A gradient or a photograph is another ground under each letter. In an em counts the contrast that a
part of its ink falls short of, not its worst pixel.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from brochure.document.boxes import Box
from brochure.document.rendered import Patch
from brochure.pdf.rendering.luminance import Floats, Mask, luminance, ratios
from brochure.pdf.rendering.objects import TextObject
from brochure.pdf.rendering.views import Views

PART = 0.25
"""Of an em's ink, that may stand out less than what is told."""
SPARSE = 0.3
"""An em with less than this part of the usual ink has only the edge of a letter."""


def by_em(
    text: TextObject, views: Views, part: tuple[slice, slice], ink: Mask
) -> tuple[tuple[Patch, ...], tuple[int, int]]:
    """The contrast of each em of a run, and the pixel that tells the worst."""
    em = max(1, round(text.size * views.frame.scale))
    rows, columns = np.nonzero(ink)
    across = -(-ink.shape[1] // em)
    cells = rows // em * across + columns // em
    shown, ground = views.shown[part][rows, columns], views.ground[part][rows, columns]
    values = ratios(luminance(shown), luminance(ground))
    if views.recoloured is not None:
        kept = _without_lines(cells, values)
        rows, columns, cells, values = rows[kept], columns[kept], cells[kept], values[kept]
    order = np.lexsort((values, cells))
    found = []
    for start, count in _groups(cells[order]):
        at = order[start + int(PART * count)]
        found.append((int(cells[at]), count, float(values[at]), int(at)))
    usual = SPARSE * float(np.median([count for _, count, _, _ in found]))
    told = [item for item in found if item[1] >= usual]
    worst = min(told, key=lambda item: item[2])[3]
    patches = tuple(
        Patch(_cell_box(divmod(cell, across), em, part, views, text.box), round(ratio, 2))
        for cell, _, ratio, _ in told
    )
    return patches, (int(rows[worst]), int(columns[worst]))


def _without_lines(cells: npt.NDArray[Any], values: Floats) -> Mask:
    """The ink without what falls on a line of its own colour, such as an underline.

    Where more than half of an em's ink is lost on its ground, it is no line.
    """
    seen = values > 1
    whole = np.bincount(cells)
    shown = np.bincount(cells, weights=seen)
    lost: Mask = shown[cells] * 2 < whole[cells]
    return seen | lost


def _groups(values: npt.NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Where each row of equal values starts, and how many there are."""
    starts = np.flatnonzero(np.diff(values, prepend=values[0] - 1))
    ends = np.append(starts[1:], len(values))
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield start, end - start


def _cell_box(
    cell: tuple[int, int], em: int, part: tuple[slice, slice], views: Views, around: Box
) -> Box:
    row, column = cell
    left = views.frame.box.left + (part[1].start + column * em) / views.frame.scale
    top = views.frame.box.top - (part[0].start + row * em) / views.frame.scale
    side = em / views.frame.scale
    box = Box(left, top - side, left + side, top).clipped(around)
    return Box(*(round(number, 2) for number in box))
