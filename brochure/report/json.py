"""The report as JSON (`schema/check-report.schema.json`), and an earlier one read back."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from brochure import __version__
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.examined import Examination
from brochure.report.told import Told, ToldCheck, ToldItem, findings_of, told

SCHEMA = Path(__file__).with_name("check-report.schema.json")
VERSION = 1
"""A program that reads reports asks for it; it grows when something has another meaning."""


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def report_as_json(examination: Examination, language: str) -> bytes:
    """The report for programs, and for a later report to compare itself with."""
    values = report_as_values(examination, language)
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def report_as_values(examination: Examination, language: str) -> dict[str, Any]:
    """The report as plain values."""
    items = told(examination, language)
    return {
        "version": VERSION,
        "tool": {"name": "brochure", "version": __version__},
        "date": examination.date,
        "language": language,
        "counts": counts(items),
        "items": [_item(item) for item in items],
    }


def counts(items: tuple[ToldItem, ...]) -> dict[str, int]:
    """The numbers of all items together."""
    total: dict[str, int] = {}
    for item in items:
        for word, count in item.counts.items():
            total[word] = total.get(word, 0) + count
    return total


def read_report(data: bytes, file: str) -> Mapping[str, Any]:
    """An earlier report; a finding is raised where it is none."""
    try:
        report = json.loads(data)
        if report["version"] != VERSION:
            raise ValueError
        for name, finding in findings_of(report):
            _ = name + finding["fingerprint"] + finding["message"] + finding["code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Problems([Diagnostic.of("report/not-a-report", Span(file))]) from None
    found: Mapping[str, Any] = report
    return found


def _item(item: ToldItem) -> dict[str, Any]:
    checked = item.examined.checked
    return {
        "name": checked.name,
        "file": checked.file or None,
        "pages": checked.pages,
        "verdict": item.verdict,
        "counts": item.counts,
        "unread": [_finding(finding) for finding in item.unread],
        "checks": [_check(check) for check in item.checks],
    }


def _check(check: ToldCheck) -> dict[str, Any]:
    return {
        "check": check.id,
        "status": check.status,
        "reason": check.reason or None,
        "findings": [_finding(finding) for finding in check.findings],
    }


def _finding(item: Told) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": str(item.severity),
        "message": item.sentence,
        "hint": item.hint or None,
        "file": item.file or None,
        "line": item.line or None,
        "column": item.column or None,
        "page": item.page or None,
        "area_mm": list(item.area) if item.area else None,
        "fingerprint": item.fingerprint,
        **({"state": item.state} if item.state else {}),
    }
