"""Gradients: the functions of a shading, made anew for other colours (ISO 32000-1, 7.10, 8.7.4.5).

Evenly mixed RGB is not evenly mixed ink. So a gradient gets as many stops as it needs to stay near
the colours that it had.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from brochure.pdf.colour.paint import STEP, Paint, Spot
from brochure.pdf.colour.separation import Separation, Values
from brochure.pdf.colour.space import DEVICE, Shade, Space
from brochure.pdf.syntax import number
from brochure.pdf.values import Dictionary, Value, as_dictionary, as_list, floats

SAMPLES = 32
"""Steps in which the colours between two stops are looked at."""
NEAR = 0.006
"""How far an ink may be from what it should be: half of a step that the eye sees in a tint."""
STEEP = 64.0
"""An exponent from which on a stop is a step (a hint of CSS at a stop itself)."""
ENDS = 2


@dataclass(frozen=True)
class Stretch:
    """From one stop to the next: where it lies, its colours, by what exponent they are mixed."""

    start: float
    end: float
    ends: tuple[Values, Values]
    exponent: float

    def share(self, place: float) -> float:
        """The part of the second colour at a place from 0 to 1."""
        return float(place**self.exponent)


def separated(
    shading: Dictionary, space: Space, separation: Separation, lose: Callable[[set[Spot]], None]
) -> Dictionary:
    """The shading in the colours of a separation.

    `lose` is told the spot colours that are mixed with other colours, which one ink can't be.
    """
    stretches = list(stretches_of(as_dictionary(shading["Function"])))
    if (components := len(stretches[0].ends[0])) != space.components:
        space = DEVICE[components]  # what WeasyPrint 70 writes where there is an output intent
    stops = [separation.paint(Shade(space, end)) for s in stretches for end in s.ends]
    spot = common_spot(stops)
    if spot:
        made = [_in_tints(s, tints) for s, tints in zip(stretches, _pairs(stops), strict=True)]
    else:
        lose({stop.spot for stop in stops if stop.spot})
        made = [part for s in stretches for part in _in_inks(s, space, separation)]
    colours = spot.space if spot else separation.group_space
    return {**shading, "ColorSpace": colours, "Function": _function(made)}


def common_spot(stops: Sequence[Paint]) -> Spot | None:
    """The spot colour of which all stops are tints; paper is a tint of each."""
    spots = {stop.spot for stop in stops if stop.spot}
    plain = [stop for stop in stops if not stop.spot]
    if len(spots) != 1 or any(any(stop.values) for stop in plain):
        return None
    return spots.pop()


def stretches_of(function: Dictionary) -> Iterator[Stretch]:
    """The stretches of a function between two colours, or of several such (types 2 and 3)."""
    if function["FunctionType"] == b"2":
        yield _stretch(function, floats(function["Domain"]))
        return
    first, last = floats(function["Domain"])
    places = list(pairwise([first, *floats(function["Bounds"]), last]))
    for inner, place in zip(as_list(function["Functions"]), places, strict=True):
        if place[0] < place[1] or len(places) == 1:  # a step in the colours has no length
            yield _stretch(as_dictionary(inner), place)


def _stretch(function: Dictionary, place: Sequence[float]) -> Stretch:
    start, end = place
    exponent = float(cast(bytes, function["N"]))
    first, last = floats(function["C0"]), floats(function["C1"])
    if exponent >= STEEP:
        last, exponent = first, 1.0
    elif exponent <= 1 / STEEP:
        first, exponent = last, 1.0
    return Stretch(start, end, (first, last), exponent)


def _in_tints(stretch: Stretch, stops: tuple[Paint, Paint]) -> Stretch:
    first, last = ((stop.values[0] if stop.spot else 0.0,) for stop in stops)
    return Stretch(stretch.start, stretch.end, (first, last), stretch.exponent)


def _in_inks(stretch: Stretch, space: Space, separation: Separation) -> Iterator[Stretch]:
    first, last = stretch.ends
    ends = Shade(space, first), Shade(space, last)
    places = _places(stretch.exponent) if first != last else [0.0, 1.0]
    found = separation.between(ends, [stretch.share(place) for place in places])
    for before, after in pairwise(_needed(places, found)):
        left, right = (
            stretch.start + places[stop] * (stretch.end - stretch.start) for stop in (before, after)
        )
        yield Stretch(left, right, (found[before], found[after]), 1.0)


def _places(exponent: float) -> list[float]:
    """Even steps along the stretch, and even steps of the mixture."""
    steps = [step / SAMPLES for step in range(SAMPLES + 1)]
    return sorted({*steps, *(step ** (1 / exponent) for step in steps)})


def _needed(places: Sequence[float], found: Sequence[Values]) -> list[int]:
    """The stops without which some ink would be too far off (Douglas and Peucker)."""

    def between(first: int, last: int) -> list[int]:
        farthest, most = first, NEAR
        for stop in range(first + 1, last):
            if (off := _off(places, found, first, last, stop)) > most:
                farthest, most = stop, off
        if farthest == first:
            return [last]
        return between(first, farthest) + between(farthest, last)

    return [0, *between(0, len(places) - 1)]


def _off(
    places: Sequence[float], found: Sequence[Values], first: int, last: int, stop: int
) -> float:
    """By how much the straight way from one stop to another misses a third one."""
    share = (places[stop] - places[first]) / (places[last] - places[first])
    return max(
        abs(a + (b - a) * share - value)
        for a, b, value in zip(found[first], found[last], found[stop], strict=True)
    )


def _function(stretches: Sequence[Stretch]) -> Value:
    domain = _array((stretches[0].start, stretches[-1].end))
    parts: list[Value] = [
        {
            "FunctionType": b"2",
            "Domain": _array((0, 1)),
            "C0": _colour(stretch.ends[0]),
            "C1": _colour(stretch.ends[1]),
            "N": number(stretch.exponent),
        }
        for stretch in stretches
    ]
    return {
        "FunctionType": b"3",
        "Domain": domain,
        "Bounds": _array([stretch.end for stretch in stretches[:-1]]),
        "Encode": _array((0, 1) * len(stretches)),
        "Functions": parts,
    }


def _array(values: Sequence[float]) -> Value:
    return [number(value) for value in values]


def _colour(values: Values) -> Value:
    """As fine as plain colours are, so that a gradient ends as they are."""
    return _array([round(value, STEP) for value in values])


def _pairs(stops: Sequence[Paint]) -> list[tuple[Paint, Paint]]:
    return list(zip(stops[::ENDS], stops[1::ENDS], strict=True))
