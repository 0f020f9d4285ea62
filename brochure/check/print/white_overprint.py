"""print/white-overprint: white knocks out what lies beneath it.

Rationale: white that overprints is no ink on top of ink: it vanishes in print, though most viewers
show it (GWG 2022 R0007, R0008).
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.painted import Painted, Path, TextRun
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for text, and one for paths, that would vanish."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, Severity(rule.limits["level_of_paths"])))


def _hits(page: PdfPage, paths: Severity) -> Iterator[Hit]:
    below: list[Painted] = []
    for item in page.printed:
        if isinstance(item, TextRun | Path) and _vanishes(item):
            if isinstance(item, TextRun) and any(item.box.touches(other.box) for other in below):
                yield hit("text", item.box)
            elif isinstance(item, Path):
                yield hit("path", item.box, paths)
        below.append(item)


def _vanishes(item: TextRun | Path) -> bool:
    graphics = item.graphics
    return (item.filled and graphics.fill_overprint and graphics.fill.is_white) or (
        item.stroked and graphics.stroke_overprint and graphics.stroke.is_white
    )
