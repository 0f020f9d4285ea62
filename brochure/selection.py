"""Which records an order means; none is made before all of them were looked at."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from brochure.content.records.report import Report, capped
from brochure.diagnostics import Diagnostic, Problems, Severity
from brochure.document.edition import Edition, Order
from brochure.merging import report_of
from brochure.project import Project


def editions_of_records(
    project: Project, editions: Sequence[Edition], order: Order
) -> tuple[Edition, ...]:
    """An edition a record, each with the names of its files.

    Raises `Problems` with what is wrong with the records that are meant, unless those are to be
    left out.
    """
    if not editions:
        return ()
    report = report_of(project, editions[0].publication)
    meant = _meant(report, order)
    good = [place for place in meant if not report.is_bad(report.selected[place])]
    findings = _findings(report, order)
    if any(map(_is_error, findings)) and not (order.skip_bad_records and good):
        raise Problems(capped(findings, report.records.table.file))
    names = report.names
    return tuple(
        replace(edition, record=report.keys[place], name=found[place])
        for edition in editions
        for found in [names[edition.language, edition.format]]
        for place in good
    )


def remarks(project: Project, publication: str, order: Order) -> tuple[Diagnostic, ...]:
    """What is to be told though it stops nothing: warnings, and which records are left out."""
    report = report_of(project, publication)
    bad = [place for place in _meant(report, order) if report.is_bad(report.selected[place])]
    findings = [replace(item, severity=_no_error(item)) for item in _findings(report, order)]
    if bad:
        keys = ", ".join(report.keys[place] for place in bad[:20])
        named = f"{keys} …" if len(bad) > 20 else keys
        span, warning = report.records.table.heading, Severity.WARNING
        code = "records/left-out"
        findings.append(Diagnostic.of(code, span, warning, count=len(bad), keys=named))
    return capped(findings, report.records.table.file)


def keys_of(project: Project, publication: str) -> Sequence[str]:
    """The keys of the selected records."""
    return report_of(project, publication).keys


def matches(asked: str, key: str) -> bool:
    """Whether a key is meant by a key or by a pattern with `*` and `?`."""
    return asked == key or fnmatchcase(key, asked)


def _meant(report: Report, order: Order) -> list[int]:
    """Places in the report's lists: of those asked for by number, or by key, or of all."""
    first, last = order.numbered or (1, len(report.keys))
    return [
        place
        for place in range(max(0, first - 1), min(last, len(report.keys)))
        if not order.records or any(matches(asked, report.keys[place]) for asked in order.records)
    ]


def _findings(report: Report, order: Order) -> list[Diagnostic]:
    """What is wrong with the records that are meant; with rows that are none, if all are."""
    rows = [] if order.is_for_records else report.records.table.findings
    places = (report.selected[place] for place in _meant(report, order))
    return [*rows, *(item for index in places for item in report.lacks.get(index, ()))]


def _is_error(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR


def _no_error(finding: Diagnostic) -> Severity:
    return Severity.WARNING if _is_error(finding) else finding.severity
