"""What of a document is left for a record: without the messages and blocks it is not shown."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from brochure.document.document import Source
from brochure.document.walk import KeyPath
from brochure.merge.expression import Fault
from brochure.merge.meaning import Scope, Values, meaning, truth
from brochure.merge.syntax import condition, has_expressions


@dataclass(frozen=True)
class Condition:
    """For which records something is shown; `there` names fields that have a value then."""

    holds: Callable[[Values], bool] = field(repr=False)
    there: frozenset[str]


def read_condition(text: str, scope: Scope) -> Condition:
    """The meaning of `show_if`; raises `Fault`."""
    if has_expressions(text):
        raise Fault("braces", text.find("{{"))
    expression = condition(text)
    return Condition(truth(expression, scope), meaning(expression, scope).there)


def narrowed(scope: Scope, there: Collection[str]) -> Scope:
    """Where a condition holds, fields that it asks for are there, though they are optional."""
    fields = {
        name: replace(field, optional=field.optional and name not in there)
        for name, field in scope.fields.items()
    }
    return replace(scope, fields=fields)


def without(source: Source, hidden: Collection[KeyPath]) -> Source:
    """A text without what is hidden; the rest keeps its objects and its places in the file."""
    document = _without(source.document, hidden)
    moved = ((moved_path(path, hidden), span) for path, span in source.places.items())
    places = {path: span for path, span in moved if path is not None}
    return replace(source, document=document, places=places)


def moved_path(path: KeyPath, hidden: Collection[KeyPath]) -> KeyPath | None:
    """The key path of a value once what is hidden is taken out; nothing if it is part of that."""
    if any(path[:end] in hidden for end in range(1, len(path) + 1)):
        return None
    return tuple(
        step - sum((*path[:at], other) in hidden for other in range(step))
        if isinstance(step, int)
        else step
        for at, step in enumerate(path)
    )


def outermost(hidden: Iterable[KeyPath]) -> tuple[KeyPath, ...]:
    """Without what lies in something else that is hidden."""
    found: list[KeyPath] = []
    for path in sorted(hidden, key=len):
        if not any(path[: len(other)] == other for other in found):
            found.append(path)
    return tuple(found)


def _without(value: Any, hidden: Iterable[KeyPath]) -> Any:
    inner: dict[Any, list[KeyPath]] = {}
    for step, *rest in hidden:
        inner.setdefault(step, []).append(tuple(rest))
    if isinstance(value, tuple):
        return tuple(
            _without(item, inner[index]) if index in inner else item
            for index, item in enumerate(value)
            if () not in inner.get(index, ())
        )
    changed = {str(step): _without(getattr(value, step), rests) for step, rests in inner.items()}
    return replace(value, **changed)
