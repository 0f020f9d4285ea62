"""What a YAML file may not contain, seen in its event stream before anything is built of it.

Composing 200 000 nested brackets makes libyaml's binding overflow the C stack and kills the
process; the event stream is flat, so stopping it at a depth protects what comes after.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)

from brochure.content.yaml_source import span_at
from brochure.content.yaml_syntax import syntax_finding
from brochure.diagnostics import Diagnostic, Problems

MAX_DEPTH = 50
MAX_NODES = 20_000  # forty times a brochure of 24 pages; keeps a hostile file from taking minutes
# libyaml is ten times as fast; where it was not built in, the Python one says the same.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def guard(file: str, text: str) -> None:
    """Raise `Problems` with the first thing that stops a file from being read as plain values."""
    depth, documents, nodes = 0, 0, 0
    for event in _events(file, text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        documents += isinstance(event, DocumentStartEvent)
        nodes += isinstance(event, NodeEvent)
        if code := _over_limit(depth, documents, nodes) or _refused(event):
            raise Problems([_finding(code, file, text, event)])
    if not documents:
        raise Problems([Diagnostic.of("content/empty-file", span_at(file, text, 0))])


def compose(text: str) -> yaml.Node:
    """The nodes of a text that `guard` let pass."""
    node = yaml.compose(text, Loader=LOADER)
    assert node is not None, "guard() found a document"
    return node


def _events(file: str, text: str) -> Iterator[Event]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise Problems([syntax_finding(file, text, error)]) from error


def _over_limit(depth: int, documents: int, nodes: int) -> str | None:
    if depth > MAX_DEPTH:
        return "content/too-deep"
    if documents > 1:
        return "content/two-documents"
    return "content/too-many-values" if nodes > MAX_NODES else None


def _refused(event: Event) -> str | None:
    if isinstance(event, AliasEvent):
        return "content/alias"
    if isinstance(event, NodeEvent) and event.anchor is not None:
        return "content/anchor"
    if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
        return "content/tag"
    return None


def _finding(code: str, file: str, text: str, event: Event) -> Diagnostic:
    start = event.start_mark.index if event.start_mark else 0
    words = text[start : start + 80].split()
    span = span_at(file, text, start, len(words[0]) if words else 1)
    limit = MAX_DEPTH if code == "content/too-deep" else MAX_NODES
    return Diagnostic.of(code, span, word=words[0] if words else "", limit=limit)
