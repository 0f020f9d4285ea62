"""In which order boxes are painted: a key for each, of which the greater is painted later.

CSS 2.1, appendix E, as WeasyPrint 70 follows it (`stacking.py`). A key is a path of steps; each
is the level within a stacking context, the `z-index`, and the place in the tree.
"""

from typing import Any, NamedTuple

Step = tuple[int, float, int]
Path = tuple[Step, ...]

BELOW, BLOCK, FLOAT, INLINE, ABOVE = 1, 2, 3, 4, 5
"""Levels of a context: negative z-index, backgrounds of blocks, floats, text, zero and more."""


class Layers(NamedTuple):
    """Where what is in a box is painted: its stacking context, and the layer for what is not
    positioned.
    """

    context: Path = ()
    layer: Path = ()

    def inside(self, box: Any, number: int, *, is_atom: bool) -> "Layers":
        """The layers of what is in a box, the `number`th of the tree."""
        style = box.style
        position, index = style["position"] != "static", style["z_index"]
        if _makes_context(box):
            z = 0 if index == "auto" else index
            path = (*self.context, (BELOW if z < 0 else ABOVE, z, number))
            return Layers(path, path)
        if position:
            return Layers(self.context, (*self.context, (ABOVE, 0, number)))
        if box.is_floated() or is_atom:
            level = INLINE if is_atom else FLOAT
            return Layers(self.context, (*self.layer, (level, 0, number)))
        return self

    def ground(self, around: "Layers", number: int) -> Path:
        """When the background of a box is painted; `around` are the layers outside of it."""
        return self.layer if self.layer != around.layer else (*self.layer, (BLOCK, 0, number))

    def text(self, number: int) -> Path:
        """When a text or a picture is painted."""
        return (*self.layer, (INLINE, 0, number))


def _makes_context(box: Any) -> bool:
    style = box.style
    has_index = style["z_index"] != "auto"
    return bool(
        (style["position"] != "static" and has_index)
        or (box.is_grid_item and has_index)
        or style["opacity"] < 1
        or style["transform"]
        or style["overflow"] != "visible"
    )
