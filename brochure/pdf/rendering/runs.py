"""Two pictures of a page, with its text and without → how much each run of text stands out.

What is not seen has a reason, which is found here, too.
"""

import numpy as np
import numpy.typing as npt

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.document.rendered import Ink, Patch, RenderedRun
from brochure.pdf.rendering.ems import by_em
from brochure.pdf.rendering.luminance import Mask, Pixels
from brochure.pdf.rendering.objects import BOTH, CLIP, TextObject
from brochure.pdf.rendering.page import other_colour
from brochure.pdf.rendering.views import Views
from brochure.vision.contrast import contrast

NEAR = 3
"""Steps of 255, by which a colour may miss its own: PDFium rounds."""
TINY = 2.5
"""Pixels, below which a dot or a dash may have no ink where it is."""
SMALLEST_EM = 3.5
"""Pixels, below which the ink of letters is a matter of luck."""
LOST = 0.1
"""Of a square em, in the colour of the text, where a letter could be lost."""
INVISIBLE = 1.02
"""A contrast that nobody sees: one step of a grey on white is 1.01."""
OUTLINE = 0.02
"""Of an em, from where on a stroke around letters is seen."""


def measured(text: TextObject, views: Views, pictures: tuple[Box, ...]) -> RenderedRun:
    """One run, as it is seen."""
    part = views.window(text.box)
    ink = _ink_of(text, views, part)
    if (reason := _unseen(text, views, part, ink)) is not None:
        return _run(text, reason, pictures)
    patches, (row, column) = by_em(text, views, part, ink)
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


def _outlined(text: TextObject) -> float | None:
    """How much letters stand out from the stroke around them, where there is one."""
    is_wide = text.line_width >= OUTLINE * text.size
    return contrast(text.fill, text.stroke) if text.mode % CLIP == BOTH and is_wide else None


def _rgb(pixel: npt.NDArray[np.uint8]) -> Rgb:
    red, green, blue = pixel.tolist()
    return red, green, blue
