"""What a print profile says how inks look, read from its table in 16 bits.

Pillow gives CIELAB in 8 bits, so that steps of a* and b* are 1: too coarse to judge a profile by.
"""

import struct
from collections.abc import Sequence
from itertools import product

from brochure.vision.difference import Lab

D50 = (0.9642, 1.0, 0.8249)
HEADER, ENTRY = 128, 12


def tag(profile: bytes, name: bytes) -> bytes:
    """The bytes of a tag of a profile."""
    (count,) = struct.unpack_from(">I", profile, HEADER)
    for index in range(count):
        found, at, size = struct.unpack_from(">4sII", profile, HEADER + 4 + ENTRY * index)
        if found == name:
            return profile[at : at + size]
    raise KeyError(name)


class Table:
    """A table of ICC.1:2001-04 6.5.9 (lut16Type) from inks to CIELAB, relative to the paper."""

    def __init__(self, profile: bytes, name: bytes) -> None:
        data = tag(profile, name)
        assert data[:4] == b"mft2"
        self.inputs, self.outputs, self.grid = data[8], data[9], data[10]
        entries_in, entries_out = struct.unpack_from(">HH", data, 48)
        values = struct.unpack(f">{(len(data) - 52) // 2}H", data[52 : len(data) // 2 * 2])
        first = self.inputs * entries_in
        last = first + self.grid**self.inputs * self.outputs
        self.curves_in = _parts(values[:first], entries_in)
        self.nodes = values[first:last]
        self.curves_out = _parts(values[last : last + self.outputs * entries_out], entries_out)

    def lab(self, inks: Sequence[float]) -> Lab:
        """The colour of inks between 0 and 1."""
        places = [
            _curve(curve, ink) * (self.grid - 1)
            for curve, ink in zip(self.curves_in, inks, strict=True)
        ]
        cell = [min(int(place), self.grid - 2) for place in places]
        sums = [0.0] * self.outputs
        for corner in product((0, 1), repeat=self.inputs):
            weight, index = 1.0, 0
            for place, low, step in zip(places, cell, corner, strict=True):
                weight *= (place - low) if step else 1 - (place - low)
                index = index * self.grid + low + step
            node = self.nodes[index * self.outputs : (index + 1) * self.outputs]
            sums = [total + weight * value / 65535 for total, value in zip(sums, node, strict=True)]
        light, a, b = (
            _curve(curve, value) * 65535 for curve, value in zip(self.curves_out, sums, strict=True)
        )
        return light / 652.8, a / 256 - 128, b / 256 - 128


def absolute(lab: Lab, profile: bytes) -> Lab:
    """A colour as it is measured: the paper is not white any more (ICC.1:2001-04 A.5)."""
    white = [number / 65536 for number in struct.unpack_from(">3i", tag(profile, b"wtpt"), 8)]
    fy = (lab[0] + 16) / 116
    relative = [_from_cube(f) for f in (fy + lab[1] / 500, fy, fy - lab[2] / 200)]
    x, y, z = (
        _to_cube(value * medium / d50)
        for value, medium, d50 in zip(relative, white, D50, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _parts(values: Sequence[int], length: int) -> list[Sequence[int]]:
    return [values[start : start + length] for start in range(0, len(values), length)]


def _curve(curve: Sequence[int], value: float) -> float:
    place = max(0.0, min(1.0, value)) * (len(curve) - 1)
    low = min(int(place), len(curve) - 2)
    return (curve[low] + (curve[low + 1] - curve[low]) * (place - low)) / 65535


def _from_cube(f: float) -> float:
    return f**3 if f > 6 / 29 else (f - 16 / 116) * 3 * (6 / 29) ** 2


def _to_cube(value: float) -> float:
    return (
        float(value ** (1 / 3)) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 16 / 116
    )
