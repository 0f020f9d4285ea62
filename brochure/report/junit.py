"""The report as JUnit XML, which build servers show: one case a check, one suite a thing.

An error of a check is a failure; a warning or a note is told in its output, and it passes. A
check that crashed, or a file that can't be read, is an error.
"""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from brochure.document.examined import Examination
from brochure.report.json import counts
from brochure.report.place import place_words
from brochure.report.told import Told, ToldCheck, ToldItem, told

FORBIDDEN = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
READING = "read"
"""What the case is called that tells of a file that can't be read."""


def report_as_junit(examination: Examination, language: str) -> bytes:
    """All suites."""
    items = told(examination, language)
    root = Element("testsuites", attrib={"name": "brochure", **_numbers(items)})
    for item in items:
        root.append(_suite(item, language))
    indent(root)
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _suite(item: ToldItem, language: str) -> Element:
    suite = Element("testsuite", attrib={"name": _clean(item.name), **_numbers((item,))})
    if item.unread:
        case = SubElement(suite, "testcase", classname="brochure", name=READING, time="0")
        _tell(case, "error", item.unread, language)
    for check in item.checks:
        suite.append(_case(check, language))
    return suite


def _case(check: ToldCheck, language: str) -> Element:
    room = check.id.rpartition("/")[0].replace("/", ".")
    case = Element("testcase", classname=f"brochure.{room}", name=check.id, time="0")
    if check.status in ("skipped", "waived"):
        SubElement(case, "skipped", message=_clean(check.reason))
    elif check.status == "crashed":
        _tell(case, "error", check.findings, language)
    elif _fails(check):
        _tell(case, "failure", check.findings, language)
    elif check.findings:
        SubElement(case, "system-out").text = _text(check.findings, language)
    return case


def _fails(check: ToldCheck) -> bool:
    return check.status == "found" and any(item.severity == "error" for item in check.findings)


def _tell(case: Element, kind: str, findings: tuple[Told, ...], language: str) -> None:
    told = SubElement(case, kind, type=kind, message=_clean(findings[0].sentence))
    told.text = _text(findings, language)


def _text(findings: tuple[Told, ...], language: str) -> str:
    return _clean("\n\n".join(_lines(item, language) for item in findings))


def _lines(item: Told, language: str) -> str:
    head = f"{place_words(item, language)}  {item.severity}[{item.code}]  {item.sentence}".strip()
    return "\n".join((head, *item.excerpt, *filter(None, [item.hint])))


def _numbers(items: tuple[ToldItem, ...]) -> dict[str, str]:
    checks = [check for item in items for check in item.checks]
    unread = sum(bool(item.unread) for item in items)
    total = counts(items)
    return {
        "tests": str(len(checks) + unread),
        "failures": str(sum(_fails(check) for check in checks)),
        "errors": str(total.get("crashed", 0) + unread),
        "skipped": str(total.get("skipped", 0) + total.get("waived", 0)),
        "time": "0",
    }


def _clean(text: str) -> str:
    """Without what XML 1.0 (2.2) doesn't allow: control characters, halves of surrogates."""
    return FORBIDDEN.sub("\ufffd", text)
