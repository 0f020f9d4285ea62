"""Findings about characters and pictures, led back to the text that has them.

The engine knows the character or the file but not where it came from; the author needs the line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from brochure.diagnostics import Diagnostic, Span

Written = Sequence[tuple[str, Span | None]]
"""Every text that a person wrote, with its place."""


def located(
    findings: Iterable[Diagnostic], written: Written, pictures: Mapping[str, Span | None]
) -> Iterator[Diagnostic]:
    """The findings, each at the first text that has the character or at the picture's line."""
    for finding in findings:
        if finding.code == "picture/damaged" and finding.span is None:
            yield replace(finding, span=pictures.get(dict(finding.values)["name"]))
            continue
        span = _place(_characters(finding), written)
        if span and finding.code == "pdf/foreign-font":
            finding = replace(finding, variant="script")
        yield replace(finding, span=span) if span else finding


def _characters(finding: Diagnostic) -> str:
    values = dict(finding.values)
    if finding.code == "layout/missing-glyph":
        return chr(int(values["code"], 16))
    return values["characters"] if finding.code == "pdf/foreign-font" else ""


def _place(characters: str, written: Written) -> Span | None:
    """The first text with one of the characters; marks alone (quotes, dashes) are typeset ones."""
    wanted = set(characters)
    return next((span for text, span in written if span and wanted & set(text)), None)
