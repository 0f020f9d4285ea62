"""How large words must be to be read from a distance."""

from math import radians, tan

from brochure.catalog.load import entry


def legible_x_height(metres: float) -> float:
    """The least x-height, in mm, of words that are to be read from so far away."""
    angle = radians(entry("legibility", "signs")["minutes"] / 60)
    return 1000 * metres * tan(angle)
