"""A TOML file with the place of each of its values.

`tomllib` gives values and no places. A statement ends on the first line up to which the file can be
read, so the place of a value is found by reading ever more lines until it is there; that is only
done when something is wrong.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.walk import KeyPath

LINE_AND_COLUMN = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")


@dataclass(frozen=True)
class TomlFile:
    """The values of a TOML file, with the text they were read from."""

    file: str
    text: str = field(repr=False)
    tree: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, file: str, text: str) -> "TomlFile":
        """The values of a text; `Problems` (project/toml) where it is no TOML."""
        try:
            return cls(file, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise Problems([_syntax(file, text, str(error))]) from error

    def place(self, path: KeyPath) -> Span:
        """Where the value at a key path stands; a missing one is placed at what should have it."""
        while path and not _has(self.tree, path):
            path = path[:-1]
        for line, statement, tree in _statements(self.text):
            if path and _has(tree, path):
                before = statement[: _offset(statement, path, _value(tree, path))]
                column = len(before) - before.rfind("\n")
                return Span(self.file, line + before.count("\n"), column)
        return Span(self.file)


def _syntax(file: str, text: str, message: str) -> Diagnostic:
    match = LINE_AND_COLUMN.search(message)
    if match and match[1]:
        span = Span(file, int(match[1]), int(match[2]))
    else:
        span = Span(file, max(1, len(text.splitlines())), 1)
    return Diagnostic.of("project/toml", span, message=LINE_AND_COLUMN.sub("", message))


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each statement with the number of its first line and all values up to its end."""
    lines = text.splitlines(keepends=True)
    start = 0
    for end in range(1, len(lines) + 1):
        try:
            tree = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        yield start + 1, "".join(lines[start:end]), tree
        start = end


def _offset(statement: str, path: KeyPath, value: object) -> int:
    """Where in its statement a value begins: after its key, or an entry of a list by itself."""
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    match = re.search(rf"{re.escape(key)}[\"']?\s*=\s*", statement)
    start = match.end() if match else 0
    return max(start, statement.find(str(value), start)) if isinstance(path[-1], int) else start


def _value(tree: Any, path: KeyPath) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _has(tree: Any, path: KeyPath) -> bool:
    try:
        _value(tree, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True
