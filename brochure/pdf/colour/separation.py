"""What each colour of a page becomes.

On the page: the colour book's inks exactly, greys by black alone, all else through the profile. In
a mask: the grey that is as light, since a mask takes nothing else from a colour.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import hypot
from typing import Protocol

from brochure.pdf.colour.book import Triple, triple
from brochure.pdf.colour.paint import Inks, Paint
from brochure.pdf.colour.press import Press
from brochure.pdf.colour.space import CMYK, LAB, Shade

GREY = 0.5
"""How far from the axis of Lab a colour is still a grey; the eye sees no difference."""
EQUAL = 0.002
"""The same of red, green and blue: half a step of 8 bits."""
LIGHT = (0.3, 0.59, 0.11)
"""Parts of red, green, blue in the luminosity of a mask (ISO 32000-1, 10.3.2 and 11.5.3)."""
FULL = 255
Values = tuple[float, ...]


class Separation(Protocol):
    """How colours are separated in one place: on the page, or in a mask."""

    group_space: bytes
    """The space in which its transparency groups are blended."""

    def paint(self, shade: Shade) -> Paint:
        """What one colour becomes."""

    def between(self, ends: tuple[Shade, Shade], shares: Sequence[float]) -> list[Values]:
        """The inks or greys of mixtures of two colours; a share is the part of the second."""


class OnPage:
    """Colours as inks."""

    group_space = b"/DeviceCMYK"

    def __init__(self, press: Press, book: Mapping[Triple, Paint]) -> None:
        self._press, self._book = press, book
        self.paint = cache(self._paint)

    def between(self, ends: tuple[Shade, Shade], shares: Sequence[float]) -> list[Values]:
        """The inks of mixtures of two colours.

        The ends have their own inks exactly. By how much these differ from what the profile gives
        (a colour of the book, black alone) is spread between them, so that no edge shows.
        """
        *found, first, last = self._inks([*(_mixed(ends, share) for share in shares), *ends])
        before = _less(self.paint(ends[0]).inks, first)
        after = _less(self.paint(ends[1]).inks, last)
        return [
            tuple(
                min(max(ink + (1 - share) * left + share * right, 0.0), 1.0)
                for ink, left, right in zip(inks, before, after, strict=True)
            )
            for share, inks in zip(shares, found, strict=True)
        ]

    def _paint(self, shade: Shade) -> Paint:
        known = triple(shade)
        if known is not None and known in self._book:
            return self._book[known]
        return Paint(self._inks([shade])[0])

    def _inks(self, shades: Sequence[Shade]) -> list[Inks]:
        """Black alone where all are greys; inks that were written as inks stay."""
        if all(shade.space == CMYK for shade in shades):
            return [Paint(shade.values).inks for shade in shades]
        greys = [grey(shade) for shade in shades]
        if None not in greys:
            return [(0.0, 0.0, 0.0, self._black(value or 0.0)) for value in greys]
        return self._press.inks(shades)

    def _black(self, value: float) -> float:
        blacks = self._press.blacks
        step = int(value * FULL)
        if step >= FULL:
            return blacks[FULL]
        beyond = value * FULL - step
        return blacks[step] * (1 - beyond) + blacks[step + 1] * beyond


class InMask:
    """Colours as the light that a mask lets through."""

    group_space = b"/DeviceGray"

    def paint(self, shade: Shade) -> Paint:
        """The grey of the same luminosity."""
        return Paint((_luminosity(shade),))

    def between(self, ends: tuple[Shade, Shade], shares: Sequence[float]) -> list[Values]:
        """Greys between two."""
        return [(_luminosity(_mixed(ends, share)),) for share in shares]


def grey(shade: Shade) -> float | None:
    """The grey of sRGB that a neutral colour is; nothing for one with a hue."""
    if shade.space == LAB:
        lightness, *axes = shade.values
        return grey_of_lightness(lightness) if hypot(*axes) < GREY else None
    if shade.space.profile or max(shade.values) - min(shade.values) > EQUAL:
        return None
    return min(max(shade.values[0], 0.0), 1.0)


def grey_of_lightness(lightness: float) -> float:
    """The grey of sRGB that is as light as L* (ISO 11664-4; IEC 61966-2-1)."""
    light = ((lightness + 16) / 116) ** 3 if lightness > 8 else max(lightness, 0.0) / 903.3
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return float(min(value, 1.0))


def _luminosity(shade: Shade) -> float:
    if shade.space == LAB:
        return grey_of_lightness(shade.values[0])
    if len(shade.values) == 1:
        return shade.values[0]
    if len(shade.values) == 3:
        return sum(part * value for part, value in zip(LIGHT, shade.values, strict=True))
    *colours, black = shade.values
    darkness = sum(part * ink for part, ink in zip(LIGHT, colours, strict=True))
    return 1 - min(darkness + black, 1.0)


def _mixed(ends: tuple[Shade, Shade], share: float) -> Shade:
    first, last = ends
    values = (a + (b - a) * share for a, b in zip(first.values, last.values, strict=True))
    return Shade(first.space, tuple(values))


def _less(inks: Inks, others: Inks) -> Values:
    return tuple(ink - other for ink, other in zip(inks, others, strict=True))
