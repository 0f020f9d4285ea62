"""The element trees of two files: elements that came, went or moved, and what is said of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brochure.catalog.comparison import CompareLimits
from brochure.compare.pairs import Pair, overlap, pairs
from brochure.document.change import Change, Kind, Place
from brochure.document.tagged_file import Element, TaggedFile

SAYS = ("alt", "actual", "expansion", "lang", "title")
TYPE, WORDS, DEPTH = 0.5, 0.4, 0.1
"""What makes two elements alike, and by how much."""
LEAST = 0.4
SHOWN = 60


@dataclass(frozen=True)
class Node:
    """An element with what it holds itself."""

    file: TaggedFile
    element: Element
    own: str
    ignored: frozenset[str]

    @property
    def type(self) -> str:
        """The standard type, or what is written where it leads to none."""
        return self.element.standard or self.element.type

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes, but for those that follow from the layout."""
        items = self.element.attributes.items()
        return {key: str(value) for key, value in sorted(items) if key not in self.ignored}

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same in an element that did not change."""
        said = (getattr(self.element, name) for name in SAYS)
        return (self.type, self.own, *said, *self.attributes.items())

    @property
    def words(self) -> str:
        """By which words a person knows it."""
        return self.file.text_of(self.element)[:SHOWN] or self.element.alt or ""

    @property
    def is_known(self) -> bool:
        """Whether it can be told from others of its type."""
        return bool(self.own or self.element.alt)

    @property
    def title(self) -> str:
        """Its type and its first words."""
        return f"{self.type} {self.words}".strip()

    @property
    def place(self) -> Place | None:
        """Where it begins."""
        page, box = self.file.box_of(self.element)
        if not page:
            return None
        left, top, width, height = (*self.file.span(page, box).area, 0.0, 0.0, 0.0, 0.0)[:4]
        return Place(page, (left, top, width, height) if box and not box.is_empty else ())


def tag_changes(before: TaggedFile, after: TaggedFile, limits: CompareLimits) -> list[Change]:
    """All differences of two trees."""
    ours, theirs = (_nodes(file, limits.attributes) for file in (before, after))
    bags = [[Counter(node.own.split()) for node in nodes] for nodes in (ours, theirs)]

    def likeness(i: int, j: int) -> float:
        same_words = overlap(bags[0][i], bags[1][j]) if bags[0][i] or bags[1][j] else 0.5
        same_type = ours[i].type == theirs[j].type
        same_depth = ours[i].element.depth == theirs[j].element.depth
        return TYPE * same_type + WORDS * same_words + DEPTH * same_depth

    before_keys, after_keys = ([node.key for node in nodes] for nodes in (ours, theirs))
    found, moved = pairs(
        before_keys, after_keys, likeness, LEAST, limits.alike, lambda i: ours[i].is_known
    )
    return list(_changes(found, moved, ours, theirs))


def _nodes(file: TaggedFile, ignored: frozenset[str]) -> list[Node]:
    own: dict[int, list[str]] = defaultdict(list)
    for content in file.contents:
        own[content.element].append(content.text)
    return [
        Node(file, element, " ".join(" ".join(own[element.index]).split()), ignored)
        for element in file.elements
    ]


def _changes(
    found: Sequence[Pair], moved: set[Pair], ours: Sequence[Node], theirs: Sequence[Node]
) -> Iterator[Change]:
    yield from _alone("removed", [ours[i] for i, j in found if i is not None and j is None])
    yield from _alone("added", [theirs[j] for i, j in found if i is None and j is not None])
    both = [(i, j) for i, j in found if i is not None and j is not None]
    for i, j in both:
        if (i, j) in moved:
            yield _move(ours[i], theirs[j])
        elif ours[i].key != theirs[j].key:
            yield from _said(ours[i], theirs[j])
    twins = {i: j for i, j in both if (i, j) not in moved}
    yield from _parents(twins, ours, theirs)


def _parents(
    twins: Mapping[int, int], ours: Sequence[Node], theirs: Sequence[Node]
) -> Iterator[Change]:
    """Elements that lie in another one than before, where both of these are still there."""
    stayed = set(twins.values())
    for i, j in twins.items():
        before, after = ours[i].element.parent, theirs[j].element.parent
        if twins.get(before, after) != after and after in stayed:
            places = ((ours[i].place, theirs[j].place),)
            texts = (ours[before].title, theirs[after].title)
            title = _longer(ours[i].title, theirs[j].title)
            yield Change("tags", "changed", "parent", *texts, places, title)


def _longer(before: str, after: str) -> str:
    """One of both, and the same one whichever file is the first."""
    return max(before, after, key=lambda text: (len(text), text))


def _move(ours: Node, theirs: Node) -> Change:
    places = ((ours.place, theirs.place),)
    return Change("tags", "moved", "element", ours.words, theirs.words, places, ours.type)


def _alone(kind: Kind, nodes: Sequence[Node]) -> Iterator[Change]:
    """Of what came or went together, the outermost; `more` says how many are in it."""
    left = {node.element.index for node in nodes}
    for node in nodes:
        element = node.element
        if element.parent in left:
            continue
        more = sum(inner.index in left for inner in node.file.inside(element))
        texts = ("", node.words) if kind == "added" else (node.words, "")
        places = (None, node.place) if kind == "added" else (node.place, None)
        yield Change("tags", kind, "element", *texts, (places,), node.type, more=more)


def _said(ours: Node, theirs: Node) -> Iterator[Change]:
    """By what an element differs that is in both trees."""
    title = _longer(ours.title, theirs.title)
    places = ((ours.place, theirs.place),)
    for what, before, after in _values(ours, theirs):
        if before != after:
            kind: Kind = "added" if before is None else "removed" if after is None else "changed"
            texts = (before or "", after or "")
            name = _longer(ours.words, theirs.words) if what == "type" else title
            yield Change("tags", kind, what, *texts, places, name)


def _values(ours: Node, theirs: Node) -> Iterator[tuple[str, str | None, str | None]]:
    yield "type", ours.type, theirs.type
    for name in SAYS:
        yield name, getattr(ours.element, name), getattr(theirs.element, name)
    texts = [
        ", ".join(f"{key}={value}" for key, value in node.attributes.items()) or None
        for node in (ours, theirs)
    ]
    yield "attributes", texts[0], texts[1]
