"""A content stream as operations: an operator with what stands before it (ISO 32000-1, 7.8.2)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMBER = rb"[-+.\d]++"
STRING = rb"\((?:[^()\\]|\\.)*+\)|<[0-9a-fA-F\s]*+>"
ATOM = NUMBER + rb"|/[^\s()<>\[\]{}/%]*+|" + STRING + rb"|true\b|false\b|null\b"
ARRAY = rb"\[(?:\s++|" + ATOM + rb")*+\]"
ENTRIES = rb"<<(?:\s++|" + ATOM + rb"|" + ARRAY + rb")*+>>"
OPERATION = re.compile(
    # The construction of a path is taken as one: nothing in it is about colour.
    rb"\s*+(?:(?P<path>(?:(?:" + NUMBER + rb"\s++)*+(?:re|[mlcvyh])(?:\s++|$))++)"
    rb"|(?P<operands>(?:(?:" + ATOM + rb"|" + ARRAY + rb"|" + ENTRIES + rb")\s*+)*+)"
    rb"(?P<operator>[A-Za-z'\"]++[*01]?))",
    re.DOTALL,
)
PATH = "path"
"""The operator of all the operations that construct one path."""


class UnreadableContent(ValueError):  # noqa: N818 - it says what was met
    """Content that the engine does not write: a fault of ours."""


class Operation(NamedTuple):
    """One operation, and where it stands."""

    operator: str
    operands: bytes
    start: int
    end: int


def operations(content: bytes) -> Iterator[Operation]:
    """The operations of a stream in order; `UnreadableContent` where there is something else."""
    end = 0
    for found in OPERATION.finditer(content):
        if found.start() != end:
            break
        end = found.end()
        if (path := found["path"]) is not None:
            yield Operation(PATH, path, found.start("path"), end)
        else:
            start = found.start("operands")
            yield Operation(found["operator"].decode(), found["operands"], start, end)
    if content[end:].strip():
        raise UnreadableContent(content[end : end + 80])
