"""Two pictures of a page, with its text and without → how much each run of text stands out.

A run is judged em by em, since a gradient or a photograph is another ground under each letter; in
an em by the contrast that a part of its ink falls short of, not by its worst pixel.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.document.rendered import Ink, Patch, RenderedRun
from brochure.pdf.rendering.luminance import Floats, Mask, Pixels, luminance, ratios
from brochure.pdf.rendering.objects import BOTH, CLIP, TextObject
from brochure.pdf.rendering.page import Frame, other_colour, window
from brochure.vision.contrast import contrast

PART = 0.25
"""Of an em's ink, that may stand out less than what is told."""
NEAR = 3
"""Steps of 255, by which a colour may miss its own: PDFium rounds."""
TINY = 2.5
"""Pixels, below which a dot or a dash may have no ink where it is."""
SPARSE = 0.3
"""An em with less than this part of the usual ink has only the edge of a letter."""
SMALLEST_EM = 3.5
"""Pixels, below which the ink of letters is a matter of luck."""
LOST = 0.1
"""Of a square em, in the colour of the text, where a letter could be lost."""
INVISIBLE = 1.02
"""A contrast that nobody sees: one step of a grey on white is 1.01."""
OUTLINE = 0.02
"""Of an em, from where on a stroke around letters is seen."""


@dataclass(frozen=True)
class Views:
    """One page in pixels: as it is, and what lies behind its text."""

    shown: Pixels
    ground: Pixels
    frame: Frame
    recoloured: Pixels | None = None
    """The page with its text in other colours, to find what has that of its ground."""
    is_proof: bool = False
    """Whether colours are those of paper, which no object of the page has."""

    def window(self, box: Box) -> tuple[slice, slice]:
        """The pixels that a box touches."""
        return window(box, self.frame.box, self.frame.scale, self.shown.shape)


def measured(text: TextObject, views: Views, pictures: tuple[Box, ...]) -> RenderedRun:
    """One run, as it is seen."""
    part = views.window(text.box)
    ink = _ink_of(text, views, part)
    if (reason := _unseen(text, views, part, ink)) is not None:
        return _run(text, reason, pictures)
    patches, (row, column) = _by_em(text, views, part, ink)
    colour, ground = views.shown[part][row, column], views.ground[part][row, column]
    if (outlined := _outlined(text)) is not None:
        patches = tuple(Patch(patch.box, max(patch.ratio, outlined)) for patch in patches)
    if max(patch.ratio for patch in patches) <= INVISIBLE:
        return _run(text, "same", pictures)
    found = min(patch.ratio for patch in patches)
    return _run(text, "seen", pictures, found, _rgb(colour), _rgb(ground), patches)


def unmeasured(text: TextObject, pictures: tuple[Box, ...], ink: Ink) -> RenderedRun:
    """A run that is not looked at, and why."""
    return _run(text, ink, pictures)


def is_doubtful(text: TextObject, views: Views) -> bool:
    """Whether a part of a run may have been missed, as the ground there has its own colour."""
    part = views.window(text.box)
    if text.is_hidden or not text.alpha or not views.ground[part].size:
        return False
    same = _near(views.ground[part], text.colour)
    em = max(1, round(text.size * views.frame.scale))
    return int(np.count_nonzero(same)) >= LOST * em * em


def _run(
    text: TextObject,
    ink: Ink,
    pictures: tuple[Box, ...],
    ratio: float = 1.0,
    colour: Rgb | None = None,
    ground: Rgb = (255, 255, 255),
    patches: tuple[Patch, ...] = (),
) -> RenderedRun:
    return RenderedRun(
        text.text,
        text.box,
        text.size,
        text.font,
        text.weight,
        ink,
        round(ratio, 2),
        text.colour if colour is None else colour,
        ground,
        patches,
        any(_half_of(text.box, picture) for picture in pictures),
        text.mcid,
        text.marks,
    )


def _half_of(box: Box, picture: Box) -> bool:
    shared = box.clipped(picture)
    return not shared.is_empty and shared.width * shared.height * 2 >= box.width * box.height


def _ink_of(text: TextObject, views: Views, part: tuple[slice, slice]) -> Mask:
    """Where the run itself is seen, or would be: not another one whose box meets its own."""
    if views.recoloured is None:
        shown, other, colours = views.shown[part], views.ground[part], _colours(text)
    else:
        shown, other = views.recoloured[part], views.shown[part]
        colours = tuple(map(other_colour, _colours(text)))
    differs: Mask = (shown != other).any(axis=2)
    if views.is_proof:
        return differs
    own = differs & np.logical_or.reduce([_near(shown, colour) for colour in colours])
    # What no colour explains blends with its ground, or is painted with a pattern.
    return own if own.any() or (text.is_plain and views.recoloured is not None) else differs


def _colours(text: TextObject) -> tuple[Rgb, ...]:
    return (text.fill, text.stroke) if text.mode % CLIP == BOTH else (text.colour,)


def _near(pixels: Pixels, colour: Rgb) -> Mask:
    wanted = np.array(colour, np.int16)
    found: Mask = (np.abs(pixels.astype(np.int16) - wanted) <= NEAR).all(axis=2)
    return found


def _unseen(text: TextObject, views: Views, part: tuple[slice, slice], ink: Mask) -> Ink | None:
    """Why a run is not seen, if it isn't."""
    if text.is_hidden:
        return "hidden"
    if not text.alpha:
        return "transparent"
    if text.size * views.frame.scale < SMALLEST_EM:
        return "unmeasured"
    if text.is_clipped_away or not text.box.touches(views.frame.box) or not ink.size:
        return "outside"
    if ink.any():
        return None
    if min(text.box.width, text.box.height) * views.frame.scale < TINY:
        return "tiny"
    if "OC" in text.marks:
        return "layer"
    return "covered"


def _by_em(
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


def _outlined(text: TextObject) -> float | None:
    """How much letters stand out from the stroke around them, where there is one."""
    is_wide = text.line_width >= OUTLINE * text.size
    return contrast(text.fill, text.stroke) if text.mode % CLIP == BOTH and is_wide else None


def _rgb(pixel: npt.NDArray[np.uint8]) -> Rgb:
    red, green, blue = pixel.tolist()
    return red, green, blue
