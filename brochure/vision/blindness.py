"""Colours as people see them who lack one of the three kinds of cones."""

from collections.abc import Mapping
from functools import cache

from brochure.catalog.load import entry
from brochure.document.colour import Rgb
from brochure.vision.light import Light, colour_of, light_of

Matrix = tuple[Light, ...]


@cache
def simulations() -> Mapping[str, Matrix]:
    """The three simulations, by the catalogue's name of the deficiency."""
    data = entry("colour-vision", "dichromats")
    return {name: tuple(tuple(row) for row in of["matrix"]) for name, of in data.items()}


def seen_by(kind: str, colour: Rgb) -> Rgb:
    """A colour as it is seen with a deficiency."""
    light = light_of(colour)
    red, green, blue = (
        sum(factor * part for factor, part in zip(row, light, strict=True))
        for row in simulations()[kind]
    )
    return colour_of((red, green, blue))
