"""Text that lies on text: words on a giant numeral, shadows, letters painted twice."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brochure.pdf.rendering.objects import TextObject

MOST = 5000
"""Runs of a page that are held against one another."""
PART = 0.5
"""Of the smaller box, from where on a run lies on another; lines that are set tight only touch."""
SHIFT = 0.2
"""Of an em, by which a shadow may lie beside its words."""
ALIKE = 0.02


@dataclass(frozen=True)
class Overlaps:
    """By the numbers of runs: those that lie on others, and those that are shadows of others."""

    upper: frozenset[int] = frozenset()
    twins: frozenset[int] = frozenset()
    shadowed: tuple[tuple[int, int], ...] = ()
    """Each run that has a shadow, and the one that is it."""


def overlaps(texts: Sequence[TextObject]) -> Overlaps:
    """Which runs lie on others of another colour, or on themselves."""
    if not 1 < len(texts) <= MOST:
        return Overlaps()
    boxes = np.array([text.box for text in texts])
    upper, pairs = set(), []
    for at in range(1, len(texts)):
        for other in _beneath(boxes, at):
            if _is_twin(texts[at], texts[other]):
                pairs.append((at, other))
            elif texts[at].colour != texts[other].colour:
                upper.add(at)
    twins = frozenset(other for _, other in pairs)
    return Overlaps(frozenset(upper) - twins, twins, tuple(pairs))


def _beneath(boxes: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", at: int) -> list[int]:
    """Which runs painted before lie beneath one."""
    earlier, box = boxes[:at], boxes[at]
    width = np.minimum(earlier[:, 2], box[2]) - np.maximum(earlier[:, 0], box[0])
    height = np.minimum(earlier[:, 3], box[3]) - np.maximum(earlier[:, 1], box[1])
    shared = np.maximum(width, 0) * np.maximum(height, 0)
    areas = (earlier[:, 2] - earlier[:, 0]) * (earlier[:, 3] - earlier[:, 1])
    smaller = np.minimum(areas, (box[2] - box[0]) * (box[3] - box[1]))
    found: list[int] = np.flatnonzero(shared > PART * smaller).tolist()
    return found


def _is_twin(one: TextObject, other: TextObject) -> bool:
    """Whether two runs are the same words, one on the other; PDFium reads them once."""
    near = SHIFT * one.size
    return (
        other.alpha > 0
        and (one.text == other.text or not one.text)
        and abs(one.box.width - other.box.width) <= ALIKE * other.box.width
        and abs(one.size - other.size) <= ALIKE * one.size
        and abs(one.box.left - other.box.left) <= near
        and abs(one.box.bottom - other.box.bottom) <= near
    )
