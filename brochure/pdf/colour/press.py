"""Colours of screens as the inks of one press, through its ICC profile.

By LittleCMS, which Pillow brings. It counts in steps of 8 bits: so do plates.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from io import BytesIO
from itertools import product
from typing import Any

from PIL import Image, ImageCms, ImageFilter, features

from brochure.catalog.conditions import Condition
from brochure.catalog.standards import srgb_profile
from brochure.pdf.colour.paint import Inks
from brochure.pdf.colour.space import LAB, Shade

RELATIVE = "relative"
INTENTS = {
    RELATIVE: ImageCms.Intent.RELATIVE_COLORIMETRIC,
    "perceptual": ImageCms.Intent.PERCEPTUAL,
}
MODES = {1: "L", 3: "RGB", 4: "CMYK"}
"""Pillow's name of a colour's form, by its number of components."""
FULL = 255
NODES = 33
"""Steps a side of the table through which pictures go; LittleCMS takes as many itself."""


def littlecms_version() -> str:
    """Of the library that converts; it is part of the keys of what is kept."""
    return str(features.version("littlecms2"))


class Press:
    """One print condition at work."""

    def __init__(self, condition: Condition) -> None:
        self._icc, self._limit = condition.icc, condition.ink_limit

    def inks(self, shades: Sequence[Shade]) -> list[Inks]:
        """Colours of one space as inks: relative colorimetric with black point compensation."""
        space = shades[0].space
        mode = "LAB" if space == LAB else MODES[space.components]
        data = bytes(byte for shade in shades for byte in _in_bytes(shade))
        picture = Image.frombytes(mode, (len(shades), 1), data)
        inks = _transform(space.profile, self._icc, mode, RELATIVE).apply(picture).tobytes()
        values = [value / FULL for value in inks]
        return list(zip(values[::4], values[1::4], values[2::4], values[3::4], strict=True))

    def table(self, source: bytes | None, intent: str) -> ImageFilter.Color3DLUT:
        """What RGB pictures of one profile go through, within the ink limit."""
        return _table(source, self._icc, intent, self._limit)

    @cached_property
    def blacks(self) -> tuple[float, ...]:
        """For each of 256 greys of a screen, how much black alone is as light.

        The lights from paper to full black are spread as black point compensation does it.
        """
        inks = bytes(value for black in range(FULL + 1) for value in (0, 0, 0, black))
        picture = Image.frombytes("CMYK", (FULL + 1, 1), inks)
        lightness = _to_lab(self._icc).apply(picture).tobytes()[::3]
        lights = [_luminance(value * 100 / FULL) for value in lightness]
        paper, darkest = lights[0], lights[-1]
        wanted = (_linear(g / FULL) * (paper - darkest) + darkest for g in range(FULL + 1))
        inner = [_place(lights, light) / FULL for light in wanted][1:-1]
        return (1.0, *inner, 0.0)


def grey_table(icc: bytes) -> list[int]:
    """For each grey of a profile of one channel, the grey of sRGB that looks the same."""
    picture = Image.frombytes("L", (FULL + 1, 1), bytes(range(FULL + 1)))
    transform = _made(icc, srgb_profile(), "L", "RGB", RELATIVE)
    return list(transform.apply(picture).tobytes()[1::3])


def _in_bytes(shade: Shade) -> Iterator[int]:
    if shade.space != LAB:
        yield from (round(min(max(value, 0.0), 1.0) * FULL) for value in shade.values)
        return
    lightness, *axes = shade.values
    yield round(min(max(lightness, 0.0), 100.0) * FULL / 100)
    yield from (round(min(max(axis, -128.0), 127.0)) & FULL for axis in axes)


@lru_cache(maxsize=4)
def _table(source: bytes | None, press: bytes, intent: str, limit: int) -> ImageFilter.Color3DLUT:
    """As no node is over the limit, nothing between nodes is."""
    steps = [round(step * FULL / (NODES - 1)) for step in range(NODES)]
    grid = bytes(
        part for blue, green, red in product(steps, repeat=3) for part in (red, green, blue)
    )
    picture = Image.frombytes("RGB", (NODES * NODES, NODES), grid)
    inks = _transform(source, press, "RGB", intent).apply(picture).tobytes()
    most = limit * FULL / 100
    if max(map(sum, zip(*(inks[ink::4] for ink in range(4)), strict=True))) > most:
        nodes = (inks[place : place + 4] for place in range(0, len(inks), 4))
        inks = bytes(ink for node in nodes for ink in _limited(node, most))
    table = [ink / FULL for ink in inks]
    return ImageFilter.Color3DLUT(NODES, table, channels=4, target_mode="CMYK")


def _limited(node: bytes, limit: float) -> Iterator[int]:
    """Inks within a limit; black stays, as it carries the drawing."""
    *colours, black = node
    over = sum(node) > limit
    factor = max(limit - black, 0.0) / sum(colours) if over else 1.0
    yield from (int(colour * factor) for colour in colours)
    yield black


def _linear(grey: float) -> float:
    """The light of a grey of sRGB (IEC 61966-2-1)."""
    return grey / 12.92 if grey <= 0.04045 else float(((grey + 0.055) / 1.055) ** 2.4)


def _luminance(lightness: float) -> float:
    """Y of L* (ISO 11664-4)."""
    root = (lightness + 16) / 116
    return root**3 if lightness > 8 else lightness / 903.3


def _place(falling: Sequence[float], wanted: float) -> float:
    """Where in a falling row a value stands, between two of its places."""
    after = bisect_left(falling, -wanted, key=lambda light: -light)
    if after in (0, len(falling)):
        return float(min(after, len(falling) - 1))
    above, below = falling[after - 1], falling[after]
    return after - 1 + (above - wanted) / (above - below)


def _transform(source: bytes | None, press: bytes, mode: str, intent: str) -> Any:
    return _made(source or srgb_profile(), press, mode, "CMYK", intent)


@cache
def _to_lab(press: bytes) -> Any:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return ImageCms.buildTransform(_opened(press), lab, "CMYK", "LAB", INTENTS[RELATIVE])


@lru_cache(maxsize=16)
def _made(source: bytes, target: bytes, mode: str, target_mode: str, intent: str) -> Any:
    opened = ImageCms.createProfile("LAB") if mode == "LAB" else _opened(source)
    flags = ImageCms.Flags
    compensated = flags.BLACKPOINTCOMPENSATION if intent == RELATIVE else flags.NONE
    transform = ImageCms.buildTransform(
        opened, _opened(target), mode, target_mode, INTENTS[intent], compensated
    )
    # Pillow writes the target's profile into all that comes out, which takes 2 ms a colour.
    transform.output_profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return transform


def _opened(icc: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(icc))
