"""What belongs to what in two rows of things: the same first, then what is most alike."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

Likeness = Callable[[int, int], float]
"""How alike two things are, by their places in both rows, from 0 to 1."""
Pair = tuple[int | None, int | None]


def pairs(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    likeness: Likeness,
    least: float,
    most: int,
    moves: Callable[[int], bool] = lambda _: True,
) -> tuple[list[Pair], set[Pair]]:
    """Places in both rows, `None` beside what is in one row only; also which of them moved.

    What is the same is found by its key, in its order first, then wherever it is; `moves` says of
    which things of the first row one may say that they moved. Of what is left
    between two that stayed, up to `most` things, those go together that make the sum of likenesses
    highest; of more, those that stand at the same place.
    """
    steps = SequenceMatcher(None, before, after).get_opcodes()
    hunks = [(range(i, to_i), range(j, to_j)) for tag, i, to_i, j, to_j in steps if tag != "equal"]
    moved = _moved(before, after, hunks, moves)
    gone = set(moved.values())
    found: list[Pair] = []
    for tag, i, to_i, j, to_j in steps:
        if tag == "equal":
            found += zip(range(i, to_i), range(j, to_j), strict=True)
            continue
        found += [(moved[at], at) for at in range(j, to_j) if at in moved]
        ours = [at for at in range(i, to_i) if at not in gone]
        theirs = [at for at in range(j, to_j) if at not in moved]
        join = _most_alike if max(len(ours), len(theirs)) <= most else _in_order
        found += join(ours, theirs, likeness, least)
    return found, {(i, j) for j, i in moved.items()}


def _moved(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    hunks: Sequence[tuple[range, range]],
    moves: Callable[[int], bool],
) -> dict[int, int]:
    """For what has come in one place and is gone in another, where it was."""
    gone: dict[Hashable, list[int]] = defaultdict(list)
    for i in reversed([i for ours, _ in hunks for i in ours]):
        if moves(i):
            gone[before[i]].append(i)
    come = [j for _, theirs in hunks for j in theirs]
    return {j: gone[after[j]].pop() for j in come if gone.get(after[j])}


def replaced(found: Sequence[Pair]) -> list[Pair]:
    """As much gone as has come between two that stayed: each took the place of another."""
    kept: list[Pair] = []
    for whole, group in groupby(found, key=lambda pair: None not in pair):
        row = list(group)
        gone = [i for i, _ in row if i is not None]
        come = [j for _, j in row if j is not None]
        together = not whole and len(gone) == len(come)
        kept += zip(gone, come, strict=True) if together else row
    return kept


def _in_order(
    ours: Sequence[int], theirs: Sequence[int], likeness: Likeness, least: float
) -> list[Pair]:
    found: list[Pair] = []
    for i, j in zip_longest(ours, theirs):
        if i is not None and j is not None and likeness(i, j) >= least:
            found.append((i, j))
        else:
            found += [(i, None)] * (i is not None) + [(None, j)] * (j is not None)
    return found


def _most_alike(
    ours: Sequence[int], theirs: Sequence[int], likeness: Likeness, least: float
) -> list[Pair]:
    """The best way through a table of likenesses (Needleman and Wunsch, 1970)."""
    scores = [[_score(likeness(i, j), least) for j in theirs] for i in ours]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            together = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return _path(ours, theirs, scores, best)


def _path(
    ours: Sequence[int], theirs: Sequence[int], scores: list[list[float]], best: list[list[float]]
) -> list[Pair]:
    found: list[Pair] = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((ours[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((ours[i], None))
            i += 1
        else:
            found.append((None, theirs[j]))
            j += 1
    found += [(at, None) for at in ours[i:]]
    return found + [(None, at) for at in theirs[j:]]


def _score(likeness: float, least: float) -> float:
    return likeness if likeness >= least else 0.0


def overlap(before: Counter[str], after: Counter[str]) -> float:
    """How much two bags of words share, from 0 to 1."""
    whole = before.total() + after.total()
    return 2 * (before & after).total() / whole if whole else 1.0
