"""Jobs made of values: nothing is built."""

from typing import Any

from brochure.catalog import Condition, Format
from brochure.check.registry import Outcome
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.blocks import Contact
from brochure.document.document import Licences, Publication
from brochure.document.printing import Print
from brochure.package import Checked, Job, PrintFile
from tests.sheet.pdfs import flat_pdf

SMALL_TEXT = Diagnostic.of(
    "print/small-text",
    Span("print/x.pdf", page=3, area=(14.2, 17, 5, 2)),
    Severity.WARNING,
    size="7.0",
    inks=2,
    least="8",
    count=1,
)
OUTCOMES = (
    Outcome("print/boxes", "passed"),
    Outcome("print/small-text", "found", (SMALL_TEXT,)),
    Outcome("print/ink-coverage", "skipped", reason="print/skipped/no-ghostscript"),
    Outcome("print/spot-name", "skipped", reason="check/skipped/off"),
)


def print_file(
    name: str = "job_148x210_02p_fogra39.pdf", pages: int = 2, **other: Any
) -> PrintFile:
    """A file of so many pages, with a warning and two rules that were not followed."""
    values = {"checked": Checked("sheet-cmyk", OUTCOMES), **other}
    return PrintFile(name, "Grüße & <Maße>", pages, flat_pdf(pages), **values)


def job(
    format_: str = "a5-brochure",
    files: tuple[PrintFile, ...] = (),
    settings: Print | None = None,
    proofed: bool = True,
    language: str = "de",
) -> Job:
    """A job of a format of the catalogue."""
    publication = Publication(
        title="Grüße & <Maße>",
        publisher="Stadt Köln",
        issued="2026-11-23",
        languages=("de",),
        formats=(format_,),
        look="plain",
        profiles=("print",),
        contact=Contact(
            name="Amt für Öffentliches", street="Große Straße 1", postal_code="50667", city="Köln"
        ),
        licence=Licences(text="frei", pictures="frei"),
        print=settings,
    )
    return Job(
        f"gruesse-de_{format_}",
        publication,
        language,
        Format.named(format_),
        Condition.named("fogra39"),
        files or (print_file(),),
        proofed,
    )
