"""Matrices as six numbers [a b c d e f] (ISO 32000-1, 8.3.3), and boxes of points."""

from collections.abc import Iterable
from math import hypot, sqrt

from brochure.document.boxes import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NOTHING = Box(1e9, 1e9, -1e9, -1e9)
"""What a path is before its first point."""


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one, then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(x: float, y: float) -> Matrix:
    """The matrix that moves by so much."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def placed(x: float, y: float, by: Matrix) -> Point:
    """Where a point comes to lie."""
    a, b, c, d, e, f = by
    return (a * x + c * y + e, b * x + d * y + f)


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around points; there must be one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def placed_box(box: Box, by: Matrix) -> Box:
    """The box around a box that is moved, turned or scaled."""
    corners = (
        (box.left, box.bottom),
        (box.right, box.bottom),
        (box.left, box.top),
        (box.right, box.top),
    )
    return box_of(placed(x, y, by) for x, y in corners)


def lengths(by: Matrix) -> tuple[float, float]:
    """How long the two sides of a unit square become."""
    return hypot(by[0], by[1]), hypot(by[2], by[3])


def scale_of(by: Matrix) -> float:
    """By how much lengths grow, on the average of both axes; a matrix can't say it otherwise."""
    return sqrt(abs(by[0] * by[3] - by[1] * by[2]))
