"""What was worked out from a project's files holds while the project answers the same.

No list of inputs is kept by hand: whatever is asked of the project while something is worked out is
written down with its answer, files that are not there and folders' lists included.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from brochure import cache
from brochure.document.plain import from_bytes, to_bytes
from brochure.project import Project

T = TypeVar("T")


@dataclass(frozen=True)
class _Record:
    asked: bytes
    value: bytes


def remembered(
    project: Project, kind: str, key: str, type_: type[T], make: Callable[[Project], T]
) -> T:
    """A value worked out from the project by `make`; from memory where nothing has changed."""
    if (found := recall(project, kind, key, type_)) is not None:
        return found
    observed = project.observed()
    value = make(observed)
    keep(observed, kind, key, value)
    project.asked.update(observed.asked)
    return value


def recall(project: Project, kind: str, key: str, type_: type[T]) -> T | None:
    """What was kept, if the project answers all that was asked of it for it as it did then."""
    if (data := cache.recall(kind, key)) is None:
        return None
    try:
        record = from_bytes(_Record, data)
        if project.answers_the_same(json.loads(record.asked)):
            return from_bytes(type_, record.value)
    except ValueError:  # of an older form
        pass
    return None


def keep(observed: Project, kind: str, key: str, value: object) -> None:
    """Keep a value with what the project was asked for it."""
    asked = json.dumps(observed.asked).encode()
    cache.keep(kind, key, to_bytes(_Record(asked, to_bytes(value))))
