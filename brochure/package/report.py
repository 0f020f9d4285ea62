"""The preflight of all files of a job: for programs, and as a page for people."""

import json
from collections.abc import Iterator
from typing import Any

from brochure.diagnostics import Diagnostic, Severity
from brochure.diagnostics.messages import LANGUAGES, hint, say
from brochure.package.job import Checked, Job, Outcome, PrintFile
from brochure.package.texts import text

ORDER = ("crashed", "found", "skipped", "passed")
"""What a person must see first."""


Told = tuple[str, str | None, list[tuple[str, list[str]]]]
"""A kind of finding: its severity, what to do, its wordings with the places of each."""


def report_as_json(job: Job) -> bytes:
    """Each file, each rule, each finding, in both languages."""
    values = {"job": job.name, "files": [_file(file) for file in job.files]}
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _file(file: PrintFile) -> dict[str, Any]:
    checked = file.checked
    return {
        "file": f"print/{file.name}",
        "sha256": file.digest,
        "variant": checked.variant,
        "errors": checked.count(Severity.ERROR),
        "warnings": checked.count(Severity.WARNING),
        "unread": [_finding(item) for item in checked.unread],
        "rules": [
            {
                "rule": outcome.check,
                "outcome": outcome.status,
                "reason": _both(outcome.reason) if outcome.reason else None,
                "findings": [_finding(item) for item in outcome.findings],
            }
            for outcome in checked.outcomes
        ],
    }


def _finding(item: Diagnostic) -> dict[str, Any]:
    span = item.span
    return {
        "severity": str(item.severity),
        "message": _both(item.sentence, **dict(item.values)),
        "page": span.page or None if span else None,
        "area_mm": list(span.area) if span else [],
    }


def _both(code: str, /, **values: object) -> dict[str, str]:
    return {language: say(code, language, **values) for language in LANGUAGES}


def report_as_page(job: Job, language: str) -> bytes:
    """A page that needs nothing else and looks good on paper, too."""
    counts = [(severity, job.count(severity)) for severity in (Severity.ERROR, Severity.WARNING)]
    return text(
        "preflight.html.j2",
        job=job,
        language=language,
        counts=[(str(severity), count) for severity, count in counts],
        verdict=next((str(severity) for severity, count in counts if count), "passed"),
        files=[(file, list(_rows(file.checked, language))) for file in job.files],
        findings_of=lambda outcome: _told(outcome, language),
    )


def _rows(checked: Checked, language: str) -> Iterator[tuple[str, str, str, list[Outcome]]]:
    """A group of rules for each way to end, those that must be seen first."""
    for status in ORDER:
        if outcomes := checked.ended(status):
            yield status, say(f"package/status-{status}", language), str(len(outcomes)), outcomes


def _told(outcome: Outcome, language: str) -> list[Told]:
    """What was found, each kind once, with what to do; below it every wording with its places."""
    kinds: dict[tuple[str, str], dict[str, list[str]]] = {}
    advice: dict[tuple[str, str], str | None] = {}
    for item in outcome.findings:
        kind, values = (str(item.severity), item.sentence), dict(item.values)
        words = say(item.sentence, language, **values)
        places = kinds.setdefault(kind, {}).setdefault(words, [])
        places += [place] if (place := _place(item, language)) else []
        advice.setdefault(kind, hint(item.sentence, language, **values))
    return [(kind[0], advice[kind], list(words.items())) for kind, words in kinds.items()]


def _place(item: Diagnostic, language: str) -> str:
    if not item.span or not item.span.page:
        return ""
    page = say("package/page", language, number=item.span.page)
    if not item.span.area:
        return page
    left, top = (round(number) for number in item.span.area[:2])
    return f"{page} ({left} × {top} mm)"
