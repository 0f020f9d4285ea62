"""Whether a PDF can be printed, whoever made it: read it, ask every rule of a variant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brochure.catalog import Format, Variant
from brochure.check.print import OFF, Paper, judged
from brochure.check.print.rule import Crease
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.checked import Checked

INK = "print/ink-coverage"


@dataclass(frozen=True)
class Order:
    """What a file is judged by."""

    variant: Variant
    paper: Paper | None = None
    scale: float = 1.0
    distance: float | None = None
    ink: bool = False
    """Whether ink is measured, which takes a second or more, and Ghostscript."""


def preflight(data: bytes, name: str, order: Order) -> Checked:
    """Judge one file; `name` is how a person calls it."""
    from brochure.pdf.content import Locked, NoPdf, read_pdf

    try:
        file = read_pdf(data, name)
    except Locked:
        return Checked(name, unread=(Diagnostic.of("print/locked", Span(name)),))
    except NoPdf:
        return Checked(name, unread=(Diagnostic.of("print/no-pdf", Span(name)),))
    limits = order.variant.rules[INK]
    if order.ink and limits["level"] != OFF:
        from brochure.proofing import with_ink

        file = with_ink(data, file, int(limits["square_mm"]), limits["without"])
    outcomes = judged(file, order.variant, order.paper, scale=order.scale, distance=order.distance)
    return Checked(name, len(file.pages), tuple(outcomes), file=name)


def limited(variant: Variant, ink_limit: float | None) -> Variant:
    """A variant with the ink limit of a print shop instead of its own."""
    if ink_limit is None:
        return variant
    ink = {**variant.rules[INK], "point": ink_limit}
    return replace(variant, rules={**variant.rules, INK: ink})


def paper_of(format_: Format) -> Paper:
    """The paper of a format, with the folds of each of its sides."""
    folds = tuple(
        tuple(Crease(*crease.start, *crease.end) for crease in side.creases)
        for side in format_.sides
    )
    edges = format_.bleed
    bleed = (edges.left, edges.top, edges.right, edges.bottom)
    return Paper(format_.width, format_.height, bleed, folds)


def shortened(findings: Sequence[Diagnostic], most: int) -> Iterator[Diagnostic]:
    """The first few findings of each kind in a file; one more tells how many are left out, where.

    A wrong setting of an export is wrong on every page, and nobody reads it forty times.
    """
    kinds: dict[object, list[Diagnostic]] = {}
    for finding in findings:
        file = finding.span.file if finding.span else ""
        kinds.setdefault((file, finding.sentence), []).append(finding)
    for same in kinds.values():
        yield from same[:most]
        if left := same[most:]:
            span = Span(left[0].span.file) if left[0].span else None
            values = {"count": len(left), "kind": left[0].code, "pages": _pages(left)}
            yield Diagnostic.of("print/more", span, Severity.NOTE, "", **values)


def _pages(findings: Sequence[Diagnostic]) -> str:
    """The pages of findings, those in a row as `5–12`."""
    numbers = sorted({finding.span.page for finding in findings if finding.span})
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(f"{row[0]}–{row[-1]}" if len(row) > 1 else str(row[0]) for row in rows)
