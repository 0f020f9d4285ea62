"""Log records of the layout engine → findings; it logs while it lays out and while it paints."""

import logging
import re
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from brochure.diagnostics.diagnostic import Diagnostic, Problems, Severity
from brochure.diagnostics.span import Span

PACKAGE = Path(__file__).parents[1]
LINE_AND_COLUMN = re.compile(r"\bat (\d+):(\d+)")
NOTDEF = re.compile(r'unsupported by fonts: "(.*)" \(U\+([0-9A-F]+)\)', re.DOTALL)

PICTURE = re.compile(r"Failed to load image at '(?:project:/*)?(.*?)'")

DRAWING = re.compile(r"Failed to render SVG image (?:project:/*)?(.*)")
ANCHOR = re.compile(r"No anchor (\S+)")
SELECTOR = re.compile(r"Invalid or unsupported selector, (['\"])(.*?)\s*\1", re.DOTALL)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def records_of(logger_name: str) -> Iterator[list[logging.LogRecord]]:
    """Collect a logger's warnings and errors while the block runs; nothing goes to the screen."""
    logger, collector = logging.getLogger(logger_name), _Collector()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.records
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


@contextmanager
def told_when_it_gives_up(unit: str, span: Span | None = None) -> Iterator[None]:
    """An error of the engine's own, raised in its own code, becomes a finding about the unit.

    It has assertions that some layouts break (a reversed row of flex boxes, in WeasyPrint 70); the
    person who wrote the style can write it otherwise.
    """
    try:
        yield
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        theirs = [frame for frame in frames if "weasyprint" in Path(frame.filename).parts]
        ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
        if not theirs or frames.index(theirs[-1]) < frames.index(ours[-1]):
            raise
        name, place = type(error).__name__, theirs[-1].name
        finding = Diagnostic.of("layout/gave-up", span, unit=unit, error=name, place=place)
        raise Problems([finding]) from error


def stylesheet_findings(
    records: Iterable[logging.LogRecord], file: str, text: str
) -> Iterator[Diagnostic]:
    """Findings of reading one stylesheet, at its lines."""
    for record in records:
        message = record.getMessage()
        span = Span(file, *_place(message, text))
        yield Diagnostic.of("layout/css", span, message=_without_place(message))


def _place(message: str, text: str) -> tuple[int, int]:
    """Line and column that a message names; those of a selector are looked for."""
    if match := LINE_AND_COLUMN.search(message):
        return int(match[1]), int(match[2])
    match = SELECTOR.match(message)
    start = text.find(match[2]) if match else -1
    return (
        (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        if start >= 0
        else (0, 0)
    )


def unit_findings(records: Iterable[logging.LogRecord]) -> Iterator[Diagnostic]:
    """Findings of laying out or painting a unit."""
    for record in records:
        message = record.getMessage()
        if match := NOTDEF.search(message):
            yield Diagnostic.of("layout/missing-glyph", character=match[1], code=match[2])
        elif match := PICTURE.match(message):
            yield Diagnostic.of("layout/picture", name=match[1])
        elif match := DRAWING.match(message):
            yield Diagnostic.of("picture/damaged", variant="drawn", name=match[1])
        elif match := ANCHOR.match(message):
            yield Diagnostic.of("layout/link-target", name=match[1])
        else:
            severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
            yield Diagnostic.of("layout/engine", None, severity, message=message)


def _without_place(message: str) -> str:
    return LINE_AND_COLUMN.sub("", message).replace(" ,", ",").strip()
