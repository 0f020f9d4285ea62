"""A document whose texts speak of a record, and the documents that it becomes.

What speaks of no record is shared by all of them, down to the same object: a unit without such a
text needs to be compiled only once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from brochure.document.data import Record
from brochure.document.document import Source
from brochure.document.walk import KeyPath
from brochure.merge.meaning import Values
from brochure.merge.text import MergeText

Plan = dict[str | int, Any]
"""Steps of key paths, nested; a text at the end of each way."""


@dataclass(frozen=True)
class MergeTemplate:
    """A text in one language, read once for all records.

    In `source` something stands in for each value, which no reader ever sees.
    """

    source: Source
    texts: Mapping[KeyPath, MergeText] = field(repr=False)

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
                found: Any = document
                for step in path[: lengths[str(path[0])]]:
                    found = found[step] if isinstance(step, int) else getattr(found, step)
                sections.add(found.id)
        return frozenset(sections)

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
    source = template.source
    document = _merged(source.document, template.plan, record.values)
    return replace(source, document=document, record=record)


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
