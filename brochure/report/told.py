"""Findings in words, with their places: what every form of a report says.

A fingerprint is by what a finding is known again in a later report, when lines and measures have
moved: what was looked at, the sentence, the file and the words of its values. Of several that are
alike each has a number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Literal

from brochure.diagnostics import Diagnostic, Severity
from brochure.diagnostics.messages import hint, say
from brochure.diagnostics.show import ReadLines, excerpt
from brochure.document.checked import Checked, Outcome, Status
from brochure.document.examined import Area, Examination, Examined

State = Literal["", "new", "still"]
"""Beside an earlier report; empty where there is none."""
WEIGHT: Mapping[str, int] = {severity: place for place, severity in enumerate(Severity)}
ORDER: tuple[Status, ...] = ("crashed", "found", "waived", "skipped", "passed")
"""What a person must see first."""


@dataclass(frozen=True)
class Told:
    """One finding in words."""

    code: str
    severity: Severity
    sentence: str
    hint: str
    fingerprint: str
    state: State = ""
    file: str = ""
    line: int = 0
    column: int = 0
    page: int = 0
    area: Area | None = None
    excerpt: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToldCheck:
    """How a check ended; `reason` says why it was skipped, or let pass."""

    id: str
    status: Status
    reason: str = ""
    findings: tuple[Told, ...] = ()

    @property
    def weight(self) -> tuple[int, int, str]:
        """By what it is sorted: crashed ones first, then by the worst finding."""
        worst = min((WEIGHT[item.severity] for item in self.findings), default=len(WEIGHT))
        return ORDER.index(self.status), worst, self.id


@dataclass(frozen=True)
class ToldItem:
    """One thing that was looked at."""

    examined: Examined
    checks: tuple[ToldCheck, ...]
    unread: tuple[Told, ...] = ()

    @property
    def name(self) -> str:
        """How a person calls it."""
        return self.examined.checked.name

    @property
    def findings(self) -> Iterator[Told]:
        """All findings."""
        yield from self.unread
        for check in self.checks:
            yield from check.findings

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity, and checks that ended otherwise, there are."""
        found = Counter(str(item.severity) for item in self.findings)
        ended = Counter(check.status for check in self.checks)
        return {
            **{str(severity): found[severity] for severity in Severity},
            **{status: ended[status] for status in ("crashed", "waived", "skipped", "passed")},
        }

    @property
    def verdict(self) -> str:
        """The worst of it."""
        counts = self.counts
        return next((word for word in ("crashed", *Severity) if counts[word]), "passed")


def told(examination: Examination, language: str) -> tuple[ToldItem, ...]:
    """Everything in words; checks that a person must see come first."""
    known = fingerprints(examination.earlier)
    read = cache(examination.read_lines)
    return tuple(
        _item(item, _Teller(item.checked, language, read, known)) for item in examination.items
    )


def fingerprints(earlier: Mapping[str, Any] | None) -> frozenset[str] | None:
    """By what the findings of an earlier report are known."""
    if earlier is None:
        return None
    return frozenset(finding["fingerprint"] for _, finding in findings_of(earlier))


def findings_of(report: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each finding of a report in JSON, with the name of what was looked at."""
    for item in report["items"]:
        for group in (item["unread"], *(check["findings"] for check in item["checks"])):
            yield from ((item["name"], finding) for finding in group)


def _item(item: Examined, teller: "_Teller") -> ToldItem:
    unread = tuple(teller.all(item.checked.unread))
    checks = (teller.check(outcome) for outcome in item.checked.outcomes)
    return ToldItem(item, tuple(sorted(checks, key=lambda check: check.weight)), unread)


class _Teller:
    """Tells the findings of one thing, and counts those that are alike."""

    def __init__(
        self, checked: Checked, language: str, read: ReadLines, known: frozenset[str] | None
    ) -> None:
        self.name, self.language, self.read, self.known = checked.name, language, read, known
        self.seen: Counter[str] = Counter()

    def check(self, outcome: Outcome) -> ToldCheck:
        reason = say(outcome.reason, self.language) if outcome.reason else ""
        return ToldCheck(outcome.check, outcome.status, reason, tuple(self.all(outcome.findings)))

    def all(self, findings: Iterable[Diagnostic]) -> Iterator[Told]:
        yield from sorted(map(self.one, findings), key=lambda item: WEIGHT[item.severity])

    def one(self, item: Diagnostic) -> Told:
        span, values, language = item.span, dict(item.values), self.language
        fingerprint = self._fingerprint(item)
        page, area = _place(item)
        return Told(
            item.code,
            item.severity,
            say(item.sentence, language, **values),
            hint(item.sentence, language, **values) or "",
            fingerprint,
            "" if self.known is None else "still" if fingerprint in self.known else "new",
            span.file if span else "",
            span.line if span else 0,
            span.column if span else 0,
            page,
            area,
            tuple(excerpt(item, self.read)),
        )

    def _fingerprint(self, item: Diagnostic) -> str:
        words = [value for _, value in item.values if any(sign.isalpha() for sign in value)]
        parts = [self.name, item.sentence, item.span.file if item.span else "", *words]
        digest = sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
        self.seen[digest] += 1
        return f"{digest}-{self.seen[digest]}"


def _place(item: Diagnostic) -> tuple[int, Area | None]:
    """Page and area; checks of the layout have them beside the line of the source."""
    span, values = item.span, dict(item.values)
    if span and span.page:
        return span.page, _area(span.area)
    if "area" not in values or not values.get("page", "").isdecimal():
        return 0, None
    return int(values["page"]), _area(_numbers(values["area"]))


def _area(numbers: tuple[float, ...]) -> Area | None:
    if len(numbers) != 4:
        return None
    left, top, width, height = numbers
    return left, top, width, height


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(number) for number in text.split())
    except ValueError:
        return ()
