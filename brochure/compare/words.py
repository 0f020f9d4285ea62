"""The text of two files: words that changed, paragraphs that came, went or moved."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from brochure.catalog.comparison import CompareLimits
from brochure.compare.pairs import Pair, overlap, pairs, replaced
from brochure.document.change import Change, Kind, Place
from brochure.document.wording import Stretch, Word

KINDS: dict[str, Kind] = {"replace": "changed", "delete": "removed", "insert": "added"}
Pages = frozenset[tuple[int, int]]
"""Which page is which."""


def text_changes(
    before: Sequence[Stretch], after: Sequence[Stretch], pages: Pages, limits: CompareLimits
) -> list[Change]:
    """All differences of two texts, in the order of the second one."""
    texts, their_texts = ([stretch.text for stretch in side] for side in (before, after))
    bags, their_bags = ([Counter(text.split()) for text in side] for side in (texts, their_texts))

    def likeness(i: int, j: int) -> float:
        return overlap(bags[i], their_bags[j])

    found, moved = pairs(texts, their_texts, likeness, limits.together, limits.alike)
    return list(_changes(replaced(found), moved, before, after, pages, limits))


def _changes(
    found: Iterable[Pair],
    moved: set[Pair],
    before: Sequence[Stretch],
    after: Sequence[Stretch],
    pages: Pages,
    limits: CompareLimits,
) -> Iterator[Change]:
    moves = _Moves()
    for i, j in found:
        ours = before[i] if i is not None else None
        theirs = after[j] if j is not None else None
        if ours and theirs and ours.text == theirs.text:
            if (i, j) in moved or not _stayed(ours.place, theirs.place, pages):
                moves.add(i or 0, j or 0, ours, theirs)
        elif ours and theirs:
            yield from _rewritten(ours, theirs, limits)
        else:
            yield _alone(ours, theirs)
    yield from moves.changes


class _Moves:
    """Paragraphs that moved; those that did so together are one change."""

    def __init__(self) -> None:
        self._rows: list[list[tuple[int, int, Stretch, Stretch]]] = []

    def add(self, i: int, j: int, ours: Stretch, theirs: Stretch) -> None:
        """One more."""
        row = self._rows[-1] if self._rows else []
        if not row or (row[-1][0], row[-1][1]) != (i - 1, j - 1):
            self._rows.append(row := [])
        row.append((i, j, ours, theirs))

    @property
    def changes(self) -> Iterator[Change]:
        """A change a row."""
        for row in self._rows:
            _, _, ours, theirs = row[0]
            places = ((ours.place, theirs.place),)
            more = len(row) - 1
            yield Change("text", "moved", "paragraph", ours.text, theirs.text, places, more=more)


def _stayed(before: Place | None, after: Place | None, pages: Pages) -> bool:
    if before is None or after is None:
        return True
    return (before.page, after.page) in pages


def _alone(ours: Stretch | None, theirs: Stretch | None) -> Change:
    places = (ours.place if ours else None, theirs.place if theirs else None)
    kind: Kind = "removed" if ours else "added"
    texts = (ours.text if ours else "", theirs.text if theirs else "")
    return Change("text", kind, "paragraph", *texts, (places,))


def _rewritten(ours: Stretch, theirs: Stretch, limits: CompareLimits) -> Iterator[Change]:
    """Word by word, but for a paragraph that has little left of what it was."""
    if overlap(*(Counter(one.text.split()) for one in (ours, theirs))) >= limits.together:
        yield from word_changes(ours.words, theirs.words, limits.context)
    else:
        places = ((ours.place, theirs.place),)
        yield Change("text", "changed", "paragraph", ours.text, theirs.text, places)


def word_changes(before: Sequence[Word], after: Sequence[Word], context: int) -> Iterator[Change]:
    """The words by which a paragraph differs from what it was."""
    ours, theirs = ([word.text for word in words] for words in (before, after))
    steps = SequenceMatcher(None, ours, theirs).get_opcodes()
    same = [theirs[j:to_j] if tag == "equal" else [] for tag, _, _, j, to_j in steps]
    for at, (tag, i, to_i, j, to_j) in enumerate(steps):
        if tag == "equal":
            continue
        before_it = same[at - 1] if at else []
        after_it = same[at + 1] if at + 1 < len(same) else []
        around = (_ending(before_it, context), _beginning(after_it, context))
        places = (_place(before, i), _place(after, j))
        texts = (" ".join(ours[i:to_i]), " ".join(theirs[j:to_j]))
        yield Change("text", KINDS[tag], "words", *texts, (places,), around=around)


def _place(words: Sequence[Word], at: int) -> Place | None:
    """Where a word is, or would be: where the one before it is."""
    return words[min(at, len(words) - 1)].place


def _ending(words: Sequence[str], most: int) -> str:
    return ("…" if len(words) > most else "") + " ".join(words[-most:])


def _beginning(words: Sequence[str], most: int) -> str:
    return " ".join(words[:most]) + ("…" if len(words) > most else "")
