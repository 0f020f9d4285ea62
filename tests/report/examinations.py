"""Examinations made of values: nothing is checked."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image

from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.examined import Examination, Examined, PageView, Region, Signature

SOURCE = "content/stadt/de.yaml"
LINES = ["title: Grüße", "text: <b>Zu viel</b> Text & mehr", ""]
OVERFLOW = Diagnostic.of(
    "layout/overflow",
    Span(SOURCE, 2, 7),
    variant="text",
    fit="page",
    unit="Grüße & <Maße>",
    over="4.2",
    characters=120,
    page=1,
    area="20.0 30.0 60.0 12.0",
)
SMALL_TEXT = Diagnostic.of(
    "print/small-text",
    Span("stadt.pdf", page=2, area=(14.2, 17, 5, 2)),
    Severity.WARNING,
    size="7.0",
    inks=2,
    least="8",
    count=1,
)
TITLE = Diagnostic.of("ua/title", Span("stadt.pdf"), Severity.NOTE)
CRASH = Diagnostic.of("check/crashed", Span("stadt.pdf"), check="ua/order", error="KeyError: <x>")
LOCKED = Diagnostic.of("print/locked", Span("zu.pdf"))
OUTCOMES = (
    Outcome("ua/figure-alt", "passed"),
    Outcome("layout/overflow", "found", (OVERFLOW,)),
    Outcome("print/small-text", "found", (SMALL_TEXT,)),
    Outcome("ua/title", "found", (TITLE,)),
    Outcome("ua/order", "crashed", (CRASH,)),
    Outcome("print/bleed", "waived", reason="check/skipped/waived"),
    Outcome("print/ink-coverage", "skipped", reason="print/skipped/no-ghostscript"),
)
RATIONALES = {
    "layout/overflow": "layout/overflow: too much text.\n\nRationale: nobody sees <what> is cut.",
    "ua/title": "ua/title: a title.\n\nRationale: it is read first (Matterhorn 06-003, 06-004).",
    "ua/figure-alt": "ua/figure-alt: a picture speaks.\n\nRationale: Matterhorn 13-004.",
}


def read_lines(file: str) -> list[str]:
    """The lines of the one source."""
    return LINES if file == SOURCE else []


def picture(colour: str = "white") -> bytes:
    """A page of one colour."""
    packed = BytesIO()
    Image.new("RGB", (222, 308), colour).save(packed, "PNG")
    return packed.getvalue()


def view(number: int = 1, **other: Any) -> PageView:
    """A page A6 with every layer."""
    order = (
        Region((10, 10, 40, 8), "H1", "Grüße & <Maße>"),
        Region((10, 30, 60, 12), "P", "Zu viel Text"),
    )
    boxes = (Region((0, 0, 105, 148), "TrimBox"),)
    values: dict[str, Any] = {"reading_order": order, "tags": order, "boxes": boxes}
    values |= {"heat": picture("red"), "ink": picture("grey"), **other}
    return PageView(number, (-3, -3, 111, 154), picture(), **values)


def examined(name: str = "stadt.pdf", **other: Any) -> Examined:
    """A file of two pages, with a finding of each severity and a check that crashed."""
    signatures = (Signature("04-001", "Erika Muster", "2026-11-20"),)
    values: dict[str, Any] = {"checked": Checked(name, 2, OUTCOMES, (), f"out/{name}")}
    values |= {"views": (view(1), view(2)), "is_ours": True, "signatures": signatures, **other}
    return Examined(**values)


def examination(*items: Examined, **other: Any) -> Examination:
    """One file, if no others are given."""
    values = {"rationales": RATIONALES, "read_lines": read_lines, **other}
    return Examination(items or (examined(),), "2026-11-24", **values)


def without_crash(item: Examined) -> Examined:
    """The same, where all checks did their work."""
    outcomes = tuple(one for one in item.checked.outcomes if one.status != "crashed")
    return replace(item, checked=replace(item.checked, outcomes=outcomes))


def many(files: int, findings: int) -> Examination:
    """So many files with so many findings together, none with pictures."""
    each = findings // files
    outcomes = (
        Outcome("print/small-text", "found", (SMALL_TEXT,) * (each // 2)),
        Outcome("layout/overflow", "found", (OVERFLOW,) * (each - each // 2)),
        *(Outcome(f"ua/rule-{number}", "passed") for number in range(60)),
    )
    names = (f"eingang/datei-{number:03}.pdf" for number in range(files))
    return examination(*(Examined(Checked(name, 12, outcomes, (), name)) for name in names))
