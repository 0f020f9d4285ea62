"""The report as one page for people, which needs nothing else: no script, no network.

What switches layers is CSS; a script only filters. The policy of the page (CSP) names style and
script by their hashes, so that nothing in the texts of a foreign file can become either.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any

from brochure.document.examined import Examination
from brochure.report.drawn import DrawnPage, Numbered, drawn
from brochure.report.json import counts
from brochure.report.matterhorn import Answer, answers
from brochure.report.place import page_words, place_words
from brochure.report.texts import source, text
from brochure.report.told import ORDER, ToldCheck, ToldItem, findings_of, told

FEW = 12
"""Of so many things each has its answers to all rows; of more, the table alone would be 10 MB."""


@dataclass(frozen=True)
class Group:
    """The findings of one check; `rationale` is there the first time that the page tells it."""

    check: ToldCheck
    findings: tuple[Numbered, ...]
    rationale: str


@dataclass(frozen=True)
class Section:
    """One thing that was looked at, as the page shows it."""

    item: ToldItem
    unread: tuple[Numbered, ...]
    groups: tuple[Group, ...]
    ended: Mapping[str, tuple[ToldCheck, ...]]
    pages: tuple[DrawnPage, ...]
    answers: tuple[Answer, ...]

    @property
    def shown(self) -> frozenset[int]:
        """The pages that have a picture."""
        return frozenset(page.number for page in self.pages)

    @property
    def layers(self) -> tuple[str, ...]:
        """Which layers there are for its pages."""
        names = ("marks", "order", "tags", "boxes", "heat", "ink")
        return tuple(name for name in names if any(getattr(page, name) for page in self.pages))


def report_as_page(examination: Examination, language: str) -> bytes:
    """The page; its pictures are in it."""
    items = told(examination, language)
    style, script = source("report.css"), source("report.js")
    page = text(
        "report.html.j2",
        language=language,
        date=examination.date,
        style=style,
        script=script,
        policy=_policy(style, script),
        sections=_sections(items, examination),
        total=counts(items),
        gone=_gone(items, examination.earlier),
        is_compared=examination.earlier is not None,
        place_words=lambda finding: place_words(finding, language),
        page_words=lambda finding: page_words(finding, language),
    )
    return page.encode("utf-8", "replace")


def _sections(items: tuple[ToldItem, ...], examination: Examination) -> list[Section]:
    explained: set[str] = set()
    found = []
    for item in items:
        numbers = {id(one): Numbered(n, one) for n, one in enumerate(item.findings, 1)}
        groups = []
        for check in item.checks:
            if check.findings:
                why = "" if check.id in explained else examination.rationales.get(check.id, "")
                explained.add(check.id)
                own = tuple(numbers[id(one)] for one in check.findings)
                groups.append(Group(check, own, why.removeprefix(f"{check.id}: ")))
        rows = answers(item.examined, examination.rationales) if len(items) <= FEW else ()
        found.append(
            Section(
                item,
                tuple(numbers[id(one)] for one in item.unread),
                tuple(groups),
                _ended(item),
                tuple(drawn(view, numbers.values()) for view in item.examined.views),
                rows if item.checks else (),
            )
        )
    return found


def _ended(item: ToldItem) -> dict[str, tuple[ToldCheck, ...]]:
    quiet = sorted((c for c in item.checks if not c.findings), key=lambda c: ORDER.index(c.status))
    return {status: tuple(group) for status, group in groupby(quiet, lambda c: c.status)}


def _gone(
    items: tuple[ToldItem, ...], earlier: Mapping[str, Any] | None
) -> list[tuple[str, Mapping[str, Any]]]:
    """What an earlier report had and this has no more, in the words of that time."""
    if earlier is None:
        return []
    still = {finding.fingerprint for item in items for finding in item.findings}
    return [
        (name, finding)
        for name, finding in findings_of(earlier)
        if finding["fingerprint"] not in still
    ]


def _policy(style: str, script: str) -> str:
    return "; ".join(_rules(style, script))


def _rules(style: str, script: str) -> Iterator[str]:
    yield "default-src 'none'"
    yield "img-src data:"
    yield f"style-src '{_hash(style)}'"
    yield f"script-src '{_hash(script)}'"
    yield "base-uri 'none'"
    yield "form-action 'none'"


def _hash(element: str) -> str:
    return f"sha256-{b64encode(sha256(element.encode()).digest()).decode()}"
