"""Expressions in texts: parsed, judged, and set aside while everything else is read as usual.

Something that looks like a record's value stands in for each, so that a link or a heading with one
is held to the same rules as any other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from brochure.content.conditions import Conditions
from brochure.content.problems import label
from brochure.content.rules.figures import picture_missing
from brochure.content.shape import CONDITION, Leaf, Place
from brochure.content.values import Values
from brochure.diagnostics import Diagnostic
from brochure.document.walk import KeyPath
from brochure.merge.expression import Fault
from brochure.merge.syntax import has_expressions
from brochure.merge.text import STAND_IN, MergeText, address, markdown, picture, plain

ADDRESSES = frozenset({"url"})
AS_WRITTEN = frozenset({"postal_code", "phone", "email", "web", "licence"})
"""Keys of plain texts that may speak of a record; the others name things of the document."""


@dataclass
class Expressions:
    """What was set aside: the texts, the pictures that stand in, and what is wrong."""

    conditions: Conditions
    pictures: Collection[str]
    texts: dict[KeyPath, MergeText] = field(default_factory=dict)
    stand_ins: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def set_aside(self, values: Values, found: Sequence[Place]) -> None:
        """Replace every text with expressions by one that stands in for it."""
        self.conditions.take(values, found)
        for place in found:
            if (
                isinstance(place, Leaf)
                and isinstance(place.value, str)
                and place.path[-1] != CONDITION
            ):
                if not has_expressions(place.value):
                    continue
                try:
                    text = self._text(values, place)
                    if text.is_the_same_for_all:
                        values.replace(place.path, text.of({}))
                    else:
                        self.texts[place.path] = text
                        values.replace(place.path, text.stand_in)
                except Fault as fault:
                    self.findings.append(finding(values, place.path, place.value, fault))
                    values.replace(place.path, "recordvalue")
                    self._stand_in("recordvalue", place)

    def _text(self, values: Values, leaf: Leaf) -> MergeText:
        key, scope = leaf.path[-1], self.conditions.scope_at(leaf.path)
        if key == "picture":
            text, names = picture(leaf.value, scope)
            self._stand_in(text.stand_in, leaf)
            span = values.place(leaf.path)
            missing = [name for name in names if name not in self.pictures]
            self.findings += [picture_missing(self.pictures, span, name) for name in missing]
            return text
        if leaf.kind == "markdown":
            return markdown(leaf.value, scope)
        if key in ADDRESSES:
            return address(leaf.value, scope)
        if leaf.kind == "prose" or key in AS_WRITTEN:
            return plain(leaf.value, scope)
        raise Fault("not-here", leaf.value.find("{{"), key=label(leaf.path))

    def _stand_in(self, name: str, leaf: Leaf) -> None:
        if leaf.path[-1] == "picture":
            self.stand_ins.append(name)


def without_stand_ins(diagnostic: Diagnostic) -> Diagnostic:
    """A finding that shows braces where the person wrote them."""
    shown = ((name, STAND_IN.sub("{{ … }}", value)) for name, value in diagnostic.values)
    return replace(diagnostic, values=tuple(shown))


def finding(values: Values, path: KeyPath, text: str, fault: Fault) -> Diagnostic:
    """A fault of an expression, at its place in the file."""
    return fault.finding(values.letter(path, text, fault.at))
