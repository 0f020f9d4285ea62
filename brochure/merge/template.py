"""A document whose texts speak of a record, and the documents that it becomes.

What speaks of no record is shared by all of them, down to the same object: a unit without such a
text needs to be compiled only once. So do those share it who are shown the same part of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from brochure.document.data import Record
from brochure.document.document import Source
from brochure.document.walk import KeyPath
from brochure.merge.meaning import Values
from brochure.merge.text import MergeText
from brochure.merge.variant import Condition, moved_path, outermost, without

KEPT = 64
"""Variants of a text that stay in memory: each is what some of the records are shown."""
Plan = dict[str | int, Any]
"""Steps of key paths, nested; a text at the end of each way."""


@dataclass(frozen=True)
class MergeTemplate:
    """A text in one language, read once for all records.

    In `source` something stands in for each value, which no reader ever sees. `conditions` says
    what is shown to some records only, `hidden` what is left out already.
    """

    source: Source
    texts: Mapping[KeyPath, MergeText] = field(repr=False)
    conditions: Mapping[KeyPath, Condition] = field(default_factory=dict, repr=False)
    hidden: tuple[KeyPath, ...] = ()

    @property
    def paths(self) -> tuple[KeyPath, ...]:
        """The texts that a record changes."""
        return tuple(self.texts)

    @cached_property
    def sections(self) -> frozenset[str]:
        """Ids of the sections that a record changes; all others are the same for every record."""
        document = self.source.document
        lengths = {"introduction": 1, "imprint": 1, "messages": 2}
        sections: set[str] = set()
        for path in self.texts:
            if path[0] in lengths:
                sections.add(_at(document, path[: lengths[str(path[0])]]).id)
        return frozenset(sections)

    def shown_to(self, values: Values) -> "MergeTemplate":
        """What a record is shown of it; the same object for all who are shown the same."""
        return self._variant(self._hidden_from(values)) if self.conditions else self

    def emptied_for(self, values: Values) -> tuple[KeyPath, ...]:
        """Lists of which a record is shown nothing: all messages, the blocks of one of them."""
        hidden = self._hidden_from(values)
        lists = dict.fromkeys(path[:-1] for path in hidden)
        return tuple(
            path
            for path in lists
            if len(_at(self.source.document, path)) == sum(each[:-1] == path for each in hidden)
        )

    def _hidden_from(self, values: Values) -> tuple[KeyPath, ...]:
        hidden = (path for path, shown in self.conditions.items() if not shown.holds(values))
        return outermost(hidden)

    @cached_property
    def _variant(self) -> "Callable[[tuple[KeyPath, ...]], MergeTemplate]":
        return lru_cache(KEPT)(self._without)

    def _without(self, hidden: tuple[KeyPath, ...]) -> "MergeTemplate":
        if not hidden:
            return self
        moved = ((moved_path(path, hidden), text) for path, text in self.texts.items())
        texts = {path: text for path, text in moved if path is not None}
        return MergeTemplate(without(self.source, hidden), texts, hidden=hidden)

    @cached_property
    def plan(self) -> Plan:
        """The key paths as a tree, so that what several texts are part of is copied once."""
        plan: Plan = {}
        for path, text in self.texts.items():
            here = plan
            for step in path[:-1]:
                here = here.setdefault(step, {})
            here[path[-1]] = text
        return plan


def merge(template: MergeTemplate, record: Record) -> Source:
    """The text of one record."""
    template = template.shown_to(record.values)
    source = template.source
    document = _merged(source.document, template.plan, record.values)
    return replace(source, document=document, record=record)


def _at(value: Any, path: KeyPath) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _merged(value: Any, plan: Plan | MergeText, values: Values) -> Any:
    if isinstance(plan, MergeText):
        return plan.of(values)
    if isinstance(value, tuple):
        items = list(value)
        for step, inner in plan.items():
            items[int(step)] = _merged(items[int(step)], inner, values)
        return tuple(items)
    changed = {
        str(step): _merged(getattr(value, str(step)), inner, values) for step, inner in plan.items()
    }
    return replace(value, **changed)
