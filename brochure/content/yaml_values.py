"""YAML nodes → plain values, with the place of every key and value.

YAML 1.1 guesses too much: `no` is false, `22:30` is 1350, `0176` is 126. Here `true`, `false`,
`null`, nothing at all and plain decimal numbers are typed; everything else stays what was written.
"""

import re
from typing import Any

import yaml

from brochure.content.values import Values
from brochure.content.yaml_guard import compose, guard
from brochure.content.yaml_source import CONTROL, decode, name_of
from brochure.document.walk import KeyPath

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Longer numbers would lose digits as floats, or take long as integers.
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def read_values(file: str, data: bytes) -> Values:
    """The values of a YAML file; `Problems` when it cannot be read as YAML at all."""
    text = decode(file, data)
    guard(file, text)
    values = Values(file, text)
    values.tree = _value(values, compose(text), ())
    return values


def _value(values: Values, node: yaml.Node, path: KeyPath) -> Any:
    values.add(path, node)
    if isinstance(node, yaml.MappingNode):
        return _mapping(values, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_value(values, item, (*path, index)) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(values, node)


def _mapping(values: Values, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = _key(values, key_node)
        inner = (*path, key or "")
        if inner in values.keys:
            first = values.keys[inner].line
            values.report("content/duplicate-key", key_node, key=key, first=first)
        elif key is not None:
            values.keys[inner] = values.span(key_node)
            made[key] = _value(values, value_node, inner)
    return made


def _key(values: Values, node: yaml.Node) -> str | None:
    """A key, if it is a word."""
    if not isinstance(node, yaml.ScalarNode):
        values.report("content/key-in-brackets", node)
        return None
    key = _scalar(values, node)
    if key == "<<" and not node.style:
        values.report("content/merge-key", node)
    elif not isinstance(key, str):
        values.report("content/key-not-text", node, key=node.value)
    else:
        return key
    return None


def _scalar(values: Values, node: yaml.ScalarNode) -> str | int | float | bool | None:
    if not node.style:
        return _plain(str(node.value))
    text = str(node.value)
    for character in dict.fromkeys(CONTROL.findall(text)):  # written as an escape: "\u0000"
        values.report("content/control-character", node, character=name_of(character))
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _plain(value: str) -> str | int | float | bool | None:
    if value in WORDS:
        return WORDS[value]
    if NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
