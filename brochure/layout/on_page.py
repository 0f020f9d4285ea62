"""Where a box of the engine lies on its page, once it is turned and moved, in mm."""

from typing import Any

from brochure.document.layout_map import Area

Turned = Any
"""The engine's matrix of what turns and moves a box; nothing for nearly all, which saves time."""
MM_PER_PX = 25.4 / 96
SKEW = 1e-6


def border_box(box: Any) -> tuple[float, float, float, float]:
    """Left, top, width and height of a box with its border, as the engine has them."""
    return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()


def padding_box(box: Any) -> tuple[float, float, float, float]:
    """The same without the border: what `overflow` cuts to."""
    return box.padding_box_x(), box.padding_box_y(), box.padding_width(), box.padding_height()


def is_upright(matrix: Turned) -> bool:
    """Whether what is drawn through it stays a rectangle with upright sides."""
    if matrix is None:
        return True
    a, b, c, d, _, _ = matrix.values
    return bool(max(abs(b), abs(c)) < SKEW or max(abs(a), abs(d)) < SKEW)


def on_page(matrix: Turned, x: float, y: float, width: float, height: float) -> Area:
    """The upright rectangle around a box, from the engine's pixels to mm."""
    if matrix is None:
        right, bottom = (x + width) * MM_PER_PX, (y + height) * MM_PER_PX
        return Area(x * MM_PER_PX, y * MM_PER_PX, right, bottom)
    corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    points = [matrix.transform_point(*corner) for corner in corners]
    xs, ys = zip(*points, strict=True)
    return Area(*(edge * MM_PER_PX for edge in (min(xs), min(ys), max(xs), max(ys))))


def around_all(areas: list[Area]) -> Area:
    """The smallest area around all of them."""
    if len(areas) == 1:
        return areas[0]
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return Area(min(lefts), min(tops), max(rights), max(bottoms))


def rounded(area: Area) -> Area:
    """An area as it is kept."""
    left, top, right, bottom = area
    return Area(round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
