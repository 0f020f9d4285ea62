"""A signature: one sheet, folded at right angles until each leaf lies behind the one before.

The finished section is unfolded here, fold by fold; what is seen then is what must be printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from brochure.catalog.sheets import Edge
from brochure.sheet.surface import Page

MIRRORED: dict[Edge, Edge] = {"left": "right", "right": "left", "top": "top", "bottom": "bottom"}


@dataclass(frozen=True)
class Leaf:
    """A leaf as it is seen from above."""

    front: Page
    back: Page
    upside_down: bool = False

    def flipped(self, is_level: bool) -> "Leaf":
        """The leaf opened around an upright axis, or around a level one, which turns its head."""
        return Leaf(self.back, self.front, self.upside_down != is_level)


Stack = tuple[Leaf, ...]
"""Leaves that lie upon each other, the upper one first."""


def unfolded(pages: Sequence[Page], edges: Sequence[Edge]) -> list[list[Leaf]]:
    """The leaves of a section as they lie when it is opened at these edges, the upper row first."""
    section = tuple(Leaf(*pair) for pair in zip(pages[::2], pages[1::2], strict=True))
    rows: list[list[Stack]] = [[section]]
    for edge in edges:
        rows = _opened(rows, edge)
    return [[leaf for (leaf,) in row] for row in rows]


def _opened(rows: list[list[Stack]], edge: Edge) -> list[list[Stack]]:
    """The upper half of each stack swung over that edge, where it lies mirrored."""
    half = len(rows[0][0]) // 2
    is_level = edge in ("top", "bottom")
    swung = [[_flipped(stack[:half], is_level) for stack in row] for row in rows]
    rest = [[stack[half:] for stack in row] for row in rows]
    match edge:
        case "left":
            return [s[::-1] + r for s, r in zip(swung, rest, strict=True)]
        case "right":
            return [r + s[::-1] for s, r in zip(swung, rest, strict=True)]
        case "top":
            return swung[::-1] + rest
        case "bottom":
            return rest + swung[::-1]


def _flipped(stack: Stack, is_level: bool) -> Stack:
    return tuple(leaf.flipped(is_level) for leaf in reversed(stack))
