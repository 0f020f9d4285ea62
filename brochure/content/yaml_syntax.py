"""What the YAML library could not read, told in the words of somebody who writes texts.

The library names the rule it could not follow; a person needs the slip that led there. It is
told from the character at the library's mark and from the line around it.
"""

import re
from collections.abc import Callable

import yaml

from brochure.content.yaml_source import span_at
from brochure.diagnostics import Diagnostic

Slip = Callable[[str, int, yaml.MarkedYAMLError], tuple[str, int] | None]
"""Gives the code of a slip and the index of its place when an error comes from it."""


def syntax_finding(file: str, text: str, error: Exception) -> Diagnostic:
    """The finding for an error of the YAML library."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic.of("content/syntax", span_at(file, text, 0), problem=error)
    index = max(0, min(error.problem_mark.index, len(text) - 1))
    for slip in SLIPS:
        if found := slip(text, index, error):
            code, place = found
            sign = text[place : place + 1]
            return Diagnostic.of(code, span_at(file, text, place), sign=sign)
    return Diagnostic.of("content/syntax", span_at(file, text, index), problem=error.problem)


def _tab(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    start = _line_start(text, index)
    blank = re.compile(r"[ \t]*").match(text, start)
    tab = text.find("\t", start, blank.end()) if blank else -1
    tab = index if tab < 0 and text[index : index + 1] == "\t" else tab
    return ("content/tab-indent", tab) if tab >= 0 else None


def _colon(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    if "mapping values are not allowed" not in (error.problem or ""):
        return None
    before = text[_line_start(text, index) : index]
    second = re.search(r":(\s|$)", before)
    return ("content/colon-in-text" if second else "content/unexpected-key"), index


def _no_colon(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    wanted = "could not find expected ':'" in (error.problem or "")
    return ("content/no-colon", error.context_mark.index) if wanted and error.context_mark else None


def _escape(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    problem = error.problem or ""
    if not any(word in problem for word in ("escape", "hexdecimal", "hexadecimal")):
        return None
    backslash = text.rfind("\\", 0, index + 1)
    return ("content/escape", backslash) if backslash >= 0 else None


def _never_closed(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    if not error.context_mark:
        return None
    context, start = error.context or "", error.context_mark.index
    if "quoted scalar" in context:
        return "content/quote-open", start
    return ("content/bracket-open", start) if "while parsing a flow" in context else None


def _special_start(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    context = error.context or ""
    kinds = ("scanning an alias", "scanning an anchor", "block scalar", "scanning a tag")
    if error.context_mark and any(kind in context for kind in kinds):
        return "content/special-start", error.context_mark.index
    sign = text[index : index + 1]
    directive = sign == "%" and index == _line_start(text, index)
    special = sign and sign in "@`%]},?" and not directive
    return ("content/special-start", index) if special else None


def _after_end(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    before = text[_line_start(text, index) : index].rstrip()
    if before.endswith(("]", "}")):
        opening = max(before.find("["), before.find("{"))
        return "content/special-start", _line_start(text, index) + opening
    return ("content/text-after-quote", index) if before.endswith(('"', "'")) else None


def _second_document(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    return ("content/two-documents", index) if "document start" in (error.problem or "") else None


def _indentation(text: str, index: int, error: yaml.MarkedYAMLError) -> tuple[str, int] | None:
    block = "while parsing a block" in (error.context or "")
    before = text[_line_start(text, index) : index]
    alone = not before.strip() and text[index : index + 1] != ":"
    return ("content/indentation", index) if block and alone else None


SLIPS: tuple[Slip, ...] = (
    _tab,
    _colon,
    _no_colon,
    _escape,
    _never_closed,
    _special_start,
    _after_end,
    _second_document,
    _indentation,
)


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
