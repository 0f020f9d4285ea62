"""The objects of one page in other colours: groups, patterns, gradients, masks, states."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from brochure.document.fragment import Item
from brochure.pdf.colour.content import Content, Resources
from brochure.pdf.colour.gradient import separated
from brochure.pdf.colour.paint import Paint, Spot
from brochure.pdf.colour.separation import InMask, Separation
from brochure.pdf.colour.space import Space, space_of
from brochure.pdf.colour.state import OUT, State
from brochure.pdf.colour.stream import packed, unpacked
from brochure.pdf.matrix import IDENTITY, Matrix, Point, multiplied
from brochure.pdf.syntax import reference
from brochure.pdf.values import (
    Dictionary,
    Value,
    as_dictionary,
    floats,
    named,
    parsed,
    parsed_dictionary,
    written,
)

OPAQUE = (b"1", b"1.0")
DrawPicture = Callable[[str, Separation], str | None]
"""The name of a picture as it is drawn; nothing for what is no picture."""
Painted = Callable[[Paint | None, Callable[[], Point]], None]


class PageObjects:
    """Converts what the content of one page calls for, each thing once.

    Only what is called for is kept: the profiles of colours that are inks now are not.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        draw_picture: DrawPicture,
        painted: Painted,
        mixed: Callable[[set[Spot]], None],
    ) -> None:
        self._items, self._draw_picture = items, draw_picture
        self.painted, self._mixed = painted, mixed
        self.made: dict[str, Item] = {}
        self.pictures: dict[str, None] = {}
        self.blends = False
        """Whether anything is transparent."""

    def content(
        self, content: bytes, given: Resources, state: State, separation: Separation
    ) -> tuple[bytes, Resources]:
        """A stream of this page, and what it calls for."""
        stream = Content(self, given, state, separation)
        return stream.rewritten(content), stream.resources

    def space(self, value: Value) -> Space:
        """The colour space that a value means."""
        return space_of(self._read(value), self._items)

    def drawn(self, value: Value, state: State, separation: Separation) -> Value:
        """A picture, or a group as it looks where it is drawn."""
        name = named(value) or ""
        if picture := self._draw_picture(name, separation):
            self.pictures[picture] = None
            return reference(picture)
        self._stream(name, replace(state, overprint=OUT), separation)
        return value

    def pattern(self, value: Value, state: State, separation: Separation) -> Value:
        """A tile; it lies as the stream lies that paints with it (ISO 32000-1, 8.7.3.1)."""
        self._stream(named(value) or "", State(matrix=state.matrix), separation)
        return value

    def shading(self, value: Value, separation: Separation) -> Value:
        """A gradient."""
        name = named(value) or ""
        if name not in self.made:
            shading = parsed_dictionary(self._items[name].text)
            space = self.space(shading["ColorSpace"])
            made = separated(shading, space, separation, self._mixed)
            self.made[name] = Item(name, written(made))
        return value

    def graphics_state(self, value: Value, state: State) -> Value:
        """A state; what a mask shows is light and no ink."""
        found = as_dictionary(self._read(value))
        self.blends |= any(found.get(key, b"1") not in OPAQUE for key in ("ca", "CA"))
        self.blends |= "BM" in found or "SMask" in found
        if isinstance(mask := found.get("SMask"), dict):
            self._stream(named(mask["G"]) or "", state, InMask())
        return value

    def _stream(self, name: str, state: State, separation: Separation) -> None:
        if name in self.made:
            return
        item = self._items[name]
        self.made[name] = item  # it may call for itself
        facts = parsed_dictionary(item.text)
        matrix = floats(facts["Matrix"]) if "Matrix" in facts else IDENTITY
        inside = replace(state, matrix=multiplied(_six(matrix), state.matrix))
        content, used = self.content(unpacked(item), _entries(facts), inside, separation)
        facts |= {"Resources": {kind: dict(found) for kind, found in used.items()}}
        if "Group" in facts:
            self.blends = True
            facts["Group"] = as_dictionary(facts["Group"]) | {"CS": separation.group_space}
        self.made[name] = Item(name, written(facts | {"Filter": b"/FlateDecode"}), packed(content))

    def _read(self, value: Value) -> Value:
        """A value, which may still be text, or a reference to what it is."""
        if name := named(value):
            return parsed(self._items[name].text)
        return parsed(value) if isinstance(value, bytes) else value


def _entries(facts: Dictionary) -> Resources:
    given = as_dictionary(facts.get("Resources"))
    return {kind: as_dictionary(found) for kind, found in given.items()}


def _six(values: tuple[float, ...]) -> Matrix:
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)
