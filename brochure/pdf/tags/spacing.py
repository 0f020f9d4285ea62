"""Words: what is read of each piece of text, and where a word ends at the end of a line.

The engine drops the space at which it breaks a line, and paints nothing for a space that stands
alone between two elements. Read through the tree, the words would run into one another («rundum»);
ISO 32000-1, 14.8.2.5 asks that every word break be there as a character. And a hyphen that a line
break made is painted, but not part of the word.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from brochure.pdf.tags.node import Kid, Node
from brochure.pdf.tags.piece import INVISIBLE, Piece

SOFT_HYPHEN = "\u00ad"

Texts = dict[int, tuple[str, str]]


def settle_words(kids: Sequence[Kid], texts: Texts) -> None:
    """Fill in `read`, `adds_space` and `is_hyphenated` of every piece of text in the structure."""
    blanks = sorted(order for order, (_, text) in texts.items() if text.isspace())
    for run in _runs(kids):
        for piece in run:
            _settle(piece)
        for piece, following in pairwise(run):
            if _has_gap(piece, following, blanks):
                piece.adds_space = not _is_apart(piece, following)
                piece.read += " " if piece.adds_space else ""


def _runs(kids: Sequence[Kid]) -> Iterator[list[Piece]]:
    """The pieces of text of each paragraph, heading, cell, …; inline elements are part of it."""
    run: list[Piece] = []
    yield from _collect(kids, run)
    if run:
        yield run


def _collect(kids: Sequence[Kid], run: list[Piece]) -> Iterator[list[Piece]]:
    """Add to a run what belongs to it; what stands in a block or a note is a run of its own."""
    for kid in kids:
        if isinstance(kid, Piece):
            run += [kid] if kid.is_text else []
        elif isinstance(kid, Node) and kid.kind == "inline" and kid.role != "FENote":
            yield from _collect(kid.kids, run)
        elif isinstance(kid, Node):
            yield from _runs(kid.kids)


def _settle(piece: Piece) -> None:
    """What the piece says: its slice of the source as it was typed, without what only breaks."""
    shown = piece.source[piece.start : piece.end]
    line = piece.painted.rstrip(" ")
    piece.is_hyphenated = len(line) > len(shown.rstrip(SOFT_HYPHEN)) and not line[-1:].isalnum()
    start, end = _typed_slice(piece)
    read = piece.typed[start:end].translate(INVISIBLE).replace("\n", " ")
    piece.read = read if piece.painted.endswith(" ") else read.rstrip(" ")


def _typed_slice(piece: Piece) -> tuple[int, int]:
    """The slice in the typed text: `text-transform` can make it longer (ß → SS)."""
    if len(piece.typed) == len(piece.source):
        return piece.start, piece.end
    lengths = [len(sign.upper()) for sign in piece.typed]
    if sum(lengths) != len(piece.source):  # a rule of the language that is not letter by letter
        return (0, len(piece.typed)) if piece.start == 0 else (0, 0)
    ends = [sum(lengths[: index + 1]) for index in range(len(lengths))]
    return (
        sum(end <= piece.start for end in ends),
        sum(end <= piece.end for end in ends),
    )


def _has_gap(piece: Piece, following: Piece, blanks: Sequence[int]) -> bool:
    """Whether the source has white space between two pieces, or their boxes keep them apart."""
    if piece.order[0] == following.order[0]:
        return piece.source[: following.start].endswith((" ", "\n"))
    between = bisect(blanks, following.order[0] - 1) - bisect(blanks, piece.order[0])
    return (
        piece.source[piece.start :].endswith((" ", "\n"))
        or following.source[: following.start + 1].startswith((" ", "\n"))
        or between > 0
        or piece.block != following.block
        or (piece.atom != following.atom and bool(piece.part or following.part))
    )


def _is_apart(piece: Piece, following: Piece) -> bool:
    """Whether a space is painted already."""
    return piece.painted.endswith((" ", "\u00a0")) or following.painted.startswith(" ")
