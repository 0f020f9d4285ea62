"""A look's colour book on the press: which sRGB means which inks exactly."""

from collections.abc import Iterable, Mapping

from brochure.document.look import Colour
from brochure.pdf.colour.paint import Inks, Paint, Spot
from brochure.pdf.colour.space import RGB, Shade

FULL = 255
NEAR = 0.01
"""How far from a step of 8 bits a number may be; the engine writes six decimals."""
Triple = tuple[int, int, int]


def book_of(colours: Iterable[Colour]) -> Mapping[Triple, Paint]:
    """The paint of every colour of the book, by its sRGB."""
    return {colour.rgb: _paint(colour) for colour in colours}


def triple(shade: Shade) -> Triple | None:
    """The steps of 8 bits of a colour of the screen; nothing for one that lies between steps."""
    if shade.space != RGB:
        return None
    steps = [value * FULL for value in shade.values]
    if any(abs(step - round(step)) > NEAR for step in steps):
        return None
    red, green, blue = map(round, steps)
    return red, green, blue


def _paint(colour: Colour) -> Paint:
    full = _inks(colour, 100)
    if colour.spot:
        spot = Spot(colour.spot, full, overprints=colour.overprint)
        return Paint((colour.tint / 100,), spot, colour.name)
    return Paint(_inks(colour, colour.tint), name=colour.name)


def _inks(colour: Colour, tint: float) -> Inks:
    cyan, magenta, yellow, black = (ink * tint / 100 / 100 for ink in colour.cmyk)
    return (cyan, magenta, yellow, black)
