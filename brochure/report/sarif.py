"""The report as SARIF 2.1.0, which code hosts and editors show at the line.

SARIF knows no pages: a finding in a PDF has its page and area as properties (OASIS SARIF 2.1.0,
3.8), and in its message.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from brochure import __version__
from brochure.document.examined import Examination
from brochure.report.place import page_words
from brochure.report.told import Told, ToldItem, told

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
BASELINE = {"new": "new", "still": "unchanged"}


def report_as_sarif(examination: Examination, language: str) -> bytes:
    """One run with every finding as a result."""
    items = told(examination, language)
    codes = sorted({check.id for item in items for check in item.checks} | _codes(items))
    places = {code: place for place, code in enumerate(codes)}
    driver = {
        "name": "brochure",
        "semanticVersion": __version__,
        "rules": [_rule(code, examination.rationales) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(items)],
        "results": [
            _result(finding, item, places, language) for item in items for finding in item.findings
        ],
    }
    values = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _codes(items: tuple[ToldItem, ...]) -> set[str]:
    return {finding.code for item in items for finding in item.findings}


def _rule(code: str, rationales: Mapping[str, str]) -> dict[str, Any]:
    text = " ".join(rationales.get(code, "").split())
    what, _, why = text.removeprefix(f"{code}: ").partition(" Rationale: ")
    if not text:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": what},
        "fullDescription": {"text": text},
        "help": {"text": why or what},
    }


def _invocation(items: tuple[ToldItem, ...]) -> dict[str, Any]:
    """Whether all checks did their work, and which had nothing to go by."""
    skipped = [
        {
            "level": "note",
            "message": {"text": f"{item.name}: {check.reason or check.status}"},
            "associatedRule": {"id": check.id},
        }
        for item in items
        for check in item.checks
        if check.status in ("skipped", "waived")
    ]
    whole = not any(item.counts["crashed"] or item.unread for item in items)
    return {"executionSuccessful": whole, "toolConfigurationNotifications": skipped}


def _result(
    finding: Told, item: ToldItem, places: Mapping[str, int], language: str
) -> dict[str, Any]:
    words = (finding.sentence, page_words(finding, language) if finding.page else "", finding.hint)
    return {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": str(finding.severity),
        "message": {"text": "\n".join(filter(None, words))},
        "locations": list(_locations(finding, item)),
        "partialFingerprints": {"brochure/v1": finding.fingerprint},
        **({"baselineState": BASELINE[finding.state]} if finding.state else {}),
        "properties": {"item": item.name, **_page(finding)},
    }


def _page(finding: Told) -> dict[str, Any]:
    area = {"areaMm": list(finding.area)} if finding.area else {}
    return {"page": finding.page, **area} if finding.page else {}


def _locations(finding: Told, item: ToldItem) -> Iterator[dict[str, Any]]:
    file = finding.file or item.examined.checked.file
    if not file:
        return
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(file)}}
    if finding.line:
        column = {"startColumn": finding.column} if finding.column else {}
        place["region"] = {"startLine": finding.line, **column}
    yield {"physicalLocation": place}
