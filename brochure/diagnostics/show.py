"""Findings as text for a terminal and as JSON for a program."""

from collections.abc import Callable, Iterable
from unicodedata import category, combining, east_asian_width

from brochure.diagnostics.diagnostic import Diagnostic, Severity
from brochure.diagnostics.messages import hint, say
from brochure.diagnostics.span import Span

ReadLines = Callable[[str], list[str]]
"""Gives the lines of a source file by its name in the project; none if it can't be read."""

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
SEVERITY_WORDS = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
    "de": {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTE: "Hinweis"},
}
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
HINT_WORDS = {"en": "hint", "de": "Tipp"}


def show(diagnostic: Diagnostic, language: str, read_lines: ReadLines, colour: bool = False) -> str:
    """The long form: head line, the source line with a caret, the hint."""
    parts = [_head(diagnostic, language, colour), *excerpt(diagnostic, read_lines)]
    if text := hint(diagnostic.sentence, language, **dict(diagnostic.values)):
        parts.append(f"  {_paint(HINT_WORDS[language], '36', colour)}: {_seen(text)}")
    return "\n".join(parts)


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> list[dict[str, object]]:
    """Findings as plain values, for `--report json`."""
    return [
        {
            "code": item.code,
            "severity": str(item.severity),
            "message": say(item.sentence, language, **dict(item.values)),
            "hint": hint(item.sentence, language, **dict(item.values)),
            "file": item.span.file if item.span else None,
            "line": item.span.line if item.span else None,
            "column": item.span.column if item.span else None,
            **_page_as_json(item.span),
        }
        for item in diagnostics
    ]


def _page_as_json(span: Span | None) -> dict[str, object]:
    """Page and area of a place in a PDF; nothing of any other."""
    return {"page": span.page, "area_mm": list(span.area)} if span and span.page else {}


def _head(diagnostic: Diagnostic, language: str, colour: bool) -> str:
    word = SEVERITY_WORDS[language][diagnostic.severity]
    label = _paint(f"{word}[{diagnostic.code}]", COLOURS[diagnostic.severity], colour)
    place = f"{diagnostic.span}  " if diagnostic.span else ""
    return f"{place}{label}  {_seen(say(diagnostic.sentence, language, **dict(diagnostic.values)))}"


def excerpt(diagnostic: Diagnostic, read_lines: ReadLines) -> list[str]:
    """The source line of a finding, and below it a caret; nothing where there is no line."""
    span = diagnostic.span
    lines = read_lines(span.file) if span and span.line else []
    if not span or not 0 < span.line <= len(lines):
        return []
    source = lines[span.line - 1].rstrip("\r\n").removeprefix("\ufeff")  # a byte order mark
    start = max(0, span.column - 60)  # a caret far to the right would leave the terminal
    visible = _seen(source[start : start + 100])
    caret = " " * _width(visible[: max(span.column, 1) - 1 - start]) + "^"
    return [f"{span.line:6} | {visible}", f"       | {caret}"]


def _seen(text: str) -> str:
    """Text whose control characters can neither steer the terminal nor turn the line round."""
    signs = (" " if sign == "\t" else "·" if category(sign) in UNSEEN else sign for sign in text)
    return "".join(signs)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: accents none, East Asian letters two."""
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in ("W", "F") else 1 for sign in text
    )


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
