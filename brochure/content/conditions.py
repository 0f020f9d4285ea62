"""`show_if`: what is shown for some records only, and what must not depend on that.

All of it is judged before any record is read: no lead, no link may lead to what is hidden.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brochure.content.shape import CONDITION, Item, Leaf, Place
from brochure.content.values import Values
from brochure.diagnostics import Diagnostic
from brochure.document.document import Section
from brochure.document.markdown import links
from brochure.document.walk import KeyPath
from brochure.merge.expression import Fault
from brochure.merge.meaning import Scope
from brochure.merge.variant import Condition, narrowed, read_condition

ALWAYS_SHOWN = (("introduction",), ("imprint",))


@dataclass
class Conditions:
    """The conditions of a file, by what they are conditions of."""

    scope: Scope
    read: dict[KeyPath, Condition] = field(default_factory=dict)
    texts: dict[KeyPath, str] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def take(self, values: Values, found: Sequence[Place]) -> None:
        """Read all conditions, and look for what they would break."""
        for leaf in found:
            if (
                isinstance(leaf, Leaf)
                and leaf.path[-1] == CONDITION
                and isinstance(leaf.value, str)
            ):
                self._read(values, leaf)
        if self.texts:
            self.findings += _hidden_leads(values, found, self.texts)
            self.findings += _hidden_targets(values, found, self.texts)

    def _read(self, values: Values, leaf: Leaf) -> None:
        path = leaf.path[:-1]
        if path in ALWAYS_SHOWN:
            span = values.keys.get(leaf.path)
            self.findings.append(Diagnostic.of("merge/always-shown", span, part=path[0]))
            return
        try:
            self.read[path] = read_condition(leaf.value, self.scope)
            self.texts[path] = " ".join(leaf.value.split())
        except Fault as fault:
            self.findings.append(fault.finding(values.letter(leaf.path, leaf.value, fault.at)))

    def scope_at(self, path: KeyPath) -> Scope:
        """What a text there can speak of, given that it is shown."""
        there = [self.read[above].there for above in _chain(path, self.read)]
        return narrowed(self.scope, frozenset().union(*there)) if there else self.scope


def _hidden_leads(
    values: Values, found: Iterable[Place], texts: Mapping[KeyPath, str]
) -> Iterator[Diagnostic]:
    """A section must have its sentence for short formats whenever it is shown."""
    for section in found:
        if not isinstance(section, Item) or section.model is not Section:
            continue
        blocks = section.value.get("blocks")
        hidden = [
            block.get("id")
            for index, block in enumerate(blocks if isinstance(blocks, list) else ())
            if (*section.path, "blocks", index) in texts
        ]
        for key in ("lead", "poster"):
            if (name := section.value.get(key)) in hidden:
                span = values.place((*section.path, key))
                yield Diagnostic.of("merge/lead-hidden", span, key=key, id=name)


def _hidden_targets(
    values: Values, found: Sequence[Place], texts: Mapping[KeyPath, str]
) -> Iterator[Diagnostic]:
    """A link to something that is shown under a condition stands under the same one."""
    items = [(item.value.get("id"), item.path) for item in found if isinstance(item, Item)]
    paths = {name: path for name, path in items if isinstance(name, str)}
    for leaf in found:
        for url in _urls(leaf):
            target = paths.get(url[1:], ())
            here = {texts[above] for above in _chain(leaf.path, texts)}
            missing = [texts[above] for above in _chain(target, texts) if texts[above] not in here]
            if missing:
                span = values.find(leaf.path, url)
                yield Diagnostic.of("merge/link-to-hidden", span, url=url, condition=missing[0])


def _urls(place: Place) -> tuple[str, ...]:
    """The places in the document that a text leads to."""
    if not isinstance(place, Leaf) or not isinstance(place.value, str):
        return ()
    urls = links(place.value) if place.kind == "markdown" and "](#" in place.value else ()
    found = (place.value,) if place.path[-1] == "url" else tuple(urls)
    return tuple(url for url in dict.fromkeys(found) if url.startswith("#"))


def _chain(path: KeyPath, known: Mapping[KeyPath, object]) -> tuple[KeyPath, ...]:
    """What a value lies in, itself included, of those that are known."""
    return tuple(path[:end] for end in range(len(path) + 1) if path[:end] in known)
