"""The whole text of a tree, one string, while the tree is walked."""

from brochure.catalog.structure import standard_types
from brochure.pdf.structure.pieces import Piece, needs_space


class Text:
    """Grows by what each element and each piece of content adds."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last = ""
        self._before: Piece | None = None
        self._replaced = 0
        self.length = 0

    def begin(self, standard: str, actual: str | None) -> int:
        """An element begins, at the place returned; `actual` is read instead of what is in it."""
        if standard not in standard_types("inline") and self._last and self._last != "\n":
            self._add("\n")
            self._before = None
        start = self.length
        if actual is not None:
            if not self._replaced:
                self._add(actual)
            self._replaced += 1
        return start

    def end(self, actual: str | None) -> None:
        """The element ends."""
        if actual is not None:
            self._replaced -= 1

    def piece(self, piece: Piece) -> None:
        """A piece of content."""
        if self._replaced or not piece.text:
            return
        before = self._before.last if self._before else None
        if needs_space(self._last, before, piece.first, piece.text):
            self._add(" ")
        self._add(piece.text)
        self._before = piece

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._last = text[-1]
            self.length += len(text)

    def __str__(self) -> str:
        return "".join(self._parts)
