"""How each piece is marked when it is painted: as content that is read, or as an artifact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import bidirectional

from brochure.pdf.tags.node import Kid, Node
from brochure.pdf.tags.piece import INVISIBLE, Artifact, Piece, Pieces

WIDE = 0.1
"""Letter spacing in em from which PDFium takes letters for words of their own (measured)."""


@dataclass(frozen=True)
class Mark:
    """What is written around the operators that paint a box."""

    artifact: Artifact | None = None
    actual_text: str | None = None
    adds_space: bool = False
    is_hyphenated: bool = False


def marks_of(pieces: Pieces, kids: Sequence[Kid]) -> Mapping[int, Mark]:
    """The mark of every piece of a unit, by `id` of its box; what is not read is an artifact."""
    read = {id(piece.box): piece.key for kid in kids for piece in _pieces_of(kid)}
    keys = set(read.values())
    return {
        id(piece.box): _content(piece)
        if id(piece.box) in read
        else Mark(_artifact(piece, is_repeated=piece.key in keys))
        for piece in pieces.pieces
    }


def _pieces_of(kid: Kid) -> Iterable[Piece]:
    if isinstance(kid, Piece):
        return (kid,)
    return kid.pieces() if isinstance(kid, Node) else ()


def _content(piece: Piece) -> Mark:
    """Text that is not painted as it is read says how it is read (ISO 32000-1, 14.9.4)."""
    if not piece.is_text:
        return Mark()
    line = piece.painted[:-1] if piece.is_hyphenated else piece.painted
    is_right_to_left = any(bidirectional(sign) in ("R", "AL") for sign in piece.read)
    is_told = (
        line.translate(INVISIBLE).strip() != piece.read.strip()
        or piece.letter_spacing >= WIDE
        or is_right_to_left
    )
    # Not every reader heeds what is told; and a space would move what is read from the right.
    return Mark(
        actual_text=piece.read if is_told else None,
        adds_space=piece.adds_space and not is_right_to_left,
        is_hyphenated=piece.is_hyphenated,
    )


def _artifact(piece: Piece, *, is_repeated: bool) -> Artifact:
    """Margins are pagination, and so is a table's head or a fixed box that comes again."""
    artifact = piece.artifact or Artifact("Pagination" if is_repeated else "Layout")
    return replace(artifact, bbox=piece.area)
