"""A rendered page → a picture to lay over the page: how much each letter stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from brochure.catalog.load import entry
from brochure.document.boxes import Box
from brochure.document.rendered import RenderedPage

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

POINTS_PER_INCH = 72
LONGEST = 4000
"""Pixels of a side."""
EDGE = 2


@dataclass(frozen=True)
class Step:
    """How contrasts below a ratio are shown."""

    below: float
    plane: tuple[int, ...]
    strokes: int


def heat_map(page: RenderedPage, ppi: float = 100) -> bytes:
    """A PNG of the paper with each em in the colour of its contrast, clear where no text is."""
    from PIL import Image, ImageDraw

    scale = min(ppi / POINTS_PER_INCH, LONGEST / max(page.paper.width, page.paper.height, 1))
    size = (round(page.paper.width * scale) or 1, round(page.paper.height * scale) or 1)
    picture = Image.new("RGBA", size, (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    for run in page.runs:
        for patch in run.patches:
            _shade(draw, _pixels(patch.box, page.paper, scale), _step(patch.ratio))
        if run.ink in ("same", "covered"):
            _shade(draw, _pixels(run.box, page.paper, scale), steps()[0])
    packed = BytesIO()
    picture.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def steps() -> Sequence[Step]:
    """The steps from the worst, as the legend of a map has them."""
    return [
        Step(float(of["below"]), tuple(of["plane"]), int(of["strokes"]))
        for of in entry("heat-map", "contrast")["step"]
    ]


def _step(ratio: float) -> Step:
    return next((step for step in steps() if ratio < step.below), steps()[-1])


def _pixels(box: Box, paper: Box, scale: float) -> tuple[float, float, float, float]:
    left, right = (box.left - paper.left) * scale, (box.right - paper.left) * scale
    return left, (paper.top - box.top) * scale, right, (paper.top - box.bottom) * scale


def _shade(draw: "ImageDraw", where: tuple[float, float, float, float], step: Step) -> None:
    left, top, right, bottom = where
    draw.rectangle(where, fill=step.plane)
    colour: Any = (*step.plane[:3], 255)
    for stroke in range(step.strokes):
        y = top + (bottom - top) * (stroke + 1) / (step.strokes + 1)
        draw.line((left, y, right, y), fill=colour, width=EDGE)
