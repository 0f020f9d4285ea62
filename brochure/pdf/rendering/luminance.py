"""Pixels → how much one colour stands out from another (WCAG 2.1, relative luminance)."""

from functools import cache

import numpy as np
import numpy.typing as npt

from brochure.vision.contrast import FLARE, WEIGHTS
from brochure.vision.light import light_of

Pixels = npt.NDArray[np.uint8]
"""Rows of columns of red, green and blue."""
Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


@cache
def _linear() -> Floats:
    """The light of each of the 256 steps of sRGB."""
    return np.array([light_of((step, step, step))[0] for step in range(256)], np.float32)


def luminance(pixels: Pixels) -> Floats:
    """The relative luminance of each pixel."""
    light, weights = _linear(), np.array(WEIGHTS, np.float32)
    return np.asarray(light[pixels] @ weights, np.float32)


def ratios(one: Floats, other: Floats) -> Floats:
    """The contrast of each pixel with the one at its place, from 1 to 21."""
    lighter, darker = np.maximum(one, other), np.minimum(one, other)
    return np.asarray((lighter + FLARE) / (darker + FLARE), np.float32)
