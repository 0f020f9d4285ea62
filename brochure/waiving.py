"""Findings that a publication lets pass for a while: they are listed, and stop nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brochure.check.registry import all_checks
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.document import Publication
from brochure.document.waiver import Waiver
from brochure.document.walk import KeyPath


@dataclass(frozen=True)
class Waived:
    """What was checked without what is let pass, and what is to be told of waivers."""

    checked: tuple[Checked, ...]
    told: tuple[Diagnostic, ...]


def waived(
    checked: Sequence[Checked],
    publication: Publication,
    places: Mapping[KeyPath, Span],
    today: str,
) -> Waived:
    """Take out what waivers let pass; `today` is YYYY-MM-DD."""
    holding: dict[str, Waiver] = {}
    told: list[Diagnostic] = []
    for index, waiver in enumerate(publication.waivers):
        span = places.get(("waivers", index, "check"))
        if waiver.check not in all_checks():
            told.append(Diagnostic.of("check/waiver-unknown", span, check=waiver.check))
        elif waiver.until < today:
            values = {"check": waiver.check, "until": waiver.until}
            told.append(Diagnostic.of("check/waiver-over", span, Severity.WARNING, **values))
        else:
            holding[waiver.check] = waiver
            told.append(_told(waiver, span, checked))
    return Waived(tuple(_without(item, holding) for item in checked), tuple(told))


def _told(waiver: Waiver, span: Span | None, checked: Sequence[Checked]) -> Diagnostic:
    count = sum(len(outcome.findings) for outcome in _of(waiver.check, checked))
    values = {"check": waiver.check, "by": waiver.by, "until": waiver.until, "count": count}
    variant = "" if count else "unused"
    return Diagnostic.of(
        "check/waived", span, Severity.NOTE, variant, reason=waiver.reason, **values
    )


def _of(check: str, checked: Sequence[Checked]) -> Iterator[Outcome]:
    for item in checked:
        yield from (outcome for outcome in item.outcomes if outcome.check == check)


def _without(item: Checked, holding: Mapping[str, Waiver]) -> Checked:
    """A crash is not let pass: nobody knows what would have been found."""
    outcomes = tuple(
        replace(outcome, status="waived", findings=(), reason="check/skipped/waived")
        if outcome.status == "found" and outcome.check in holding
        else outcome
        for outcome in item.outcomes
    )
    return replace(item, outcomes=outcomes)
