"""The plain values of one file, and where each of them stands."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from brochure.content.yaml_source import LINE_BREAK
from brochure.diagnostics import Diagnostic, Span
from brochure.document.walk import KeyPath

BLOCK_TEXT_HEAD = re.compile(r"[^\r\n]*[\r\n][ \t\r\n]*")


@dataclass
class Values:
    """The values of one file, their places, and what was wrong with its YAML."""

    file: str
    text: str = field(repr=False)
    tree: Any = None
    places: dict[KeyPath, Span] = field(default_factory=dict, repr=False)
    """Where each value stands."""
    keys: dict[KeyPath, Span] = field(default_factory=dict, repr=False)
    """Where the key of each value stands."""
    findings: list[Diagnostic] = field(default_factory=list)
    _ranges: dict[KeyPath, tuple[int, int]] = field(default_factory=dict, repr=False)

    def add(self, path: KeyPath, node: yaml.Node) -> None:
        """Note where the node of a value stands."""
        start, end = _range(node)
        self._ranges[path] = (start, end)
        if isinstance(node, yaml.ScalarNode):
            self.places[path] = self._span(_first_letter(self.text, node), end)
        else:
            self.places[path] = self._span(start, start + 1)

    def report(self, code: str, node: yaml.Node, **values: object) -> None:
        """Note a finding at a node."""
        self.findings.append(Diagnostic.of(code, self.span(node), **values))  # type: ignore[arg-type]

    def span(self, node: yaml.Node) -> Span:
        """Where a node stands."""
        return self._span(*_range(node))

    def place(self, path: KeyPath) -> Span:
        """Where a value stands, or the nearest thing around it that does."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Span(self.file, 1, 1))

    def find(self, path: KeyPath, part: str) -> Span:
        """Where a part of a text stands; the whole text's place if it is written otherwise."""
        start, end = self._ranges.get(path, (0, 0))
        index = self.text.find(part, start, end) if part else -1
        return self._span(index, index + len(part)) if index >= 0 else self.place(path)

    def letter(self, path: KeyPath, value: str, index: int) -> Span:
        """Where a letter of a text stands, as far as the text stands there as it is read.

        Lines of a folded text and escapes in quotation marks are longer than what they mean, so
        the braces before the letter are looked for, and from there on its line is followed.
        """
        start, end = self._ranges.get(path, (0, 0))
        opening = value.rfind("{{", 0, index + 2)
        place = start
        for _ in range(value.count("{{", 0, opening + 2)):
            place = self.text.find("{{", place, end) + 2
            if place < 2:
                return self.place(path)
        if opening < 0:
            found = self.text.find(value[:index], start, end) if index else -1
            return self._span(found + index, end) if found >= 0 else self.place(path)
        between = value[opening:index]
        written = self.text[place - 2 : place - 2 + len(between)]
        return self._span(place - 2 + len(between) * (written == between), place)

    def replace(self, path: KeyPath, value: object) -> None:
        """Put another value into the tree, in place of the one at a path."""
        parent = self.tree
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = value

    def stand_for(self, path: KeyPath, inner: KeyPath) -> None:
        """Say that a value is a short form of another, which is to be found where it stands."""
        self.places[inner], self._ranges[inner] = self.places[path], self._ranges[path]

    def written(self, path: KeyPath) -> str:
        """A value as it was written."""
        start, end = self._ranges.get(path, (0, 0))
        return self.text[start:end]

    def _span(self, start: int, end: int) -> Span:
        line = bisect_right(self._line_starts, start)
        first_line = LINE_BREAK.split(self.text[start:end], 1)[0].rstrip()
        return Span(
            self.file, line, start - self._line_starts[line - 1] + 1, max(1, len(first_line))
        )

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]


def _range(node: yaml.Node) -> tuple[int, int]:
    start, end = node.start_mark, node.end_mark
    assert start and end, "a composed node has marks"
    return start.index, end.index


def _first_letter(text: str, node: yaml.ScalarNode) -> int:
    """A block text (`>-`, `|`) is shown where its words begin, not at the sign above them."""
    start, end = _range(node)
    head = BLOCK_TEXT_HEAD.match(text, start, end) if node.style in ("|", ">") else None
    return head.end() if head and node.value.strip() else start
