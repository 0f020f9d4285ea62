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
    found = pairs(before_keys, after_keys, likeness, LEAST, limits.alike)
    return list(_changes(found, ours, theirs))


def _nodes(file: TaggedFile, ignored: frozenset[str]) -> list[Node]:
    own: dict[int, list[str]] = defaultdict(list)
    for content in file.contents:
        own[content.element].append(content.text)
    return [
        Node(file, element, " ".join(" ".join(own[element.index]).split()), ignored)
        for element in file.elements
    ]


def _changes(
    found: Sequence[Pair], ours: Sequence[Node], theirs: Sequence[Node]
) -> Iterator[Change]:
    gone = [ours[i] for i, j in found if i is not None and j is None]
    come = [theirs[j] for i, j in found if i is None and j is not None]
    moved = _moved(gone, come)
    yield from (_move(*pair) for pair in moved)
    for kind, nodes in (("removed", gone), ("added", come)):
        side = 0 if kind == "removed" else 1
        rest = {node.element.index for node in nodes} - {pair[side].element.index for pair in moved}
        yield from _alone(kind, nodes, rest)  # type: ignore[arg-type]
    for i, j in found:
        if i is not None and j is not None and ours[i].key != theirs[j].key:
            yield from _said(ours[i], theirs[j])
    yield from _parents({i: j for i, j in found if i is not None}, ours, theirs)


def _parents(
    twins: Mapping[int, int | None], ours: Sequence[Node], theirs: Sequence[Node]
) -> Iterator[Change]:
    """Elements that lie in another one than before, where both of these are still there."""
    stayed = {j for j in twins.values() if j is not None}
    for i, j in twins.items():
        before = ours[i].element.parent
        if j is None or before < 0 or (after := theirs[j].element.parent) < 0:
            continue
        if twins.get(before) not in (None, after) and after in stayed:
            places = ((ours[i].place, theirs[j].place),)
            texts = (ours[before].title, theirs[after].title)
            yield Change("tags", "changed", "parent", *texts, places, theirs[j].title)


def _moved(gone: Sequence[Node], come: Sequence[Node]) -> list[tuple[Node, Node]]:
    """What is gone here and has come elsewhere."""
    waiting: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    for node in reversed(gone):
        if node.own or node.element.alt:
            waiting[node.key].append(node)
    return [(waiting[node.key].pop(), node) for node in come if waiting.get(node.key)]


def _move(ours: Node, theirs: Node) -> Change:
    places = ((ours.place, theirs.place),)
    return Change("tags", "moved", "element", ours.words, theirs.words, places, ours.type)


def _alone(kind: Kind, nodes: Sequence[Node], left: set[int]) -> Iterator[Change]:
    """Of what came or went together, the outermost; `more` says how many are in it."""
    for node in nodes:
        element = node.element
        if element.index not in left or element.parent in left:
            continue
        more = sum(inner.index in left for inner in node.file.inside(element))
        texts = ("", node.words) if kind == "added" else (node.words, "")
        places = (None, node.place) if kind == "added" else (node.place, None)
        yield Change("tags", kind, "element", *texts, (places,), node.type, more=more)


def _said(ours: Node, theirs: Node) -> Iterator[Change]:
    """By what an element differs that is in both trees."""
    places = ((ours.place, theirs.place),)
    for what, before, after in _values(ours, theirs):
        if before != after:
            kind: Kind = "added" if before is None else "removed" if after is None else "changed"
            texts = (before or "", after or "")
            name = theirs.words if what == "type" else theirs.title
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
