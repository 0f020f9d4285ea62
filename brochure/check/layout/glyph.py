"""layout/missing-glyph: a character that the look's fonts can't draw.

Rationale: the engine knows the character but not where it came from; the author needs the line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from brochure.diagnostics import Diagnostic, Span
from brochure.document.document import Source
from brochure.document.walk import texts


def located(findings: Iterable[Diagnostic], source: Source) -> Iterator[Diagnostic]:
    """The findings, with a missing glyph led back to the first text that has the character."""
    for finding in findings:
        if finding.code == "layout/missing-glyph" and finding.span is None:
            character = chr(int(dict(finding.values)["code"], 16))
            finding = replace(finding, span=_place(character, source))
        yield finding


def _place(character: str, source: Source) -> Span | None:
    for path, _, text in texts(source.document):
        if character in text:
            return source.places.get(path)
    return None
