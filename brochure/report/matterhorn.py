"""The 137 rows of the Matterhorn Protocol 1.1, each answered for one thing that was looked at.

Which check looks for a row stands in the ledger, or in the rationale of the check
(`Matterhorn 31-001 to 31-003`). What was found outweighs a signature, as nobody can sign away what
a program has seen; what is let pass for a while is not answered.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from brochure.document.checked import Outcome
from brochure.document.examined import Examined, Signature

LEDGER = Path(__file__).parents[1] / "pdf/ledger/matterhorn-1.1.toml"
NAMED = re.compile(r"\b(\d\d)-(\d{3})(?:\s+to\s+\d\d-(\d{3}))?\b")

Kind = Literal[
    "failed",
    "open",
    "unchecked",
    "waived",
    "signed",
    "checked",
    "built-in",
    "not-applicable",
    "no-test",
]


@dataclass(frozen=True)
class Answer:
    """What can be said of a row; `evidence` are checks, or who signed and when."""

    row: str
    says: Mapping[str, str]
    how: Literal["machine", "human", "none"]
    kind: Kind
    evidence: tuple[str, ...] = ()


def answers(item: Examined, rationales: Mapping[str, str]) -> tuple[Answer, ...]:
    """Every row in order; what needs a person is `open`, what needs a program `unchecked`."""
    outcomes = {outcome.check: outcome for outcome in item.checked.outcomes}
    signed = {signature.row: signature for signature in item.signatures}
    evidence = _evidence(tuple(sorted(rationales.items())))
    return tuple(
        _answer(id_, row, _of(outcomes, (*evidence.get(id_, ()), *_codes(row))), signed, item)
        for id_, row in ledger().items()
    )


@cache
def ledger() -> Mapping[str, Mapping[str, Any]]:
    """The ledger of PDF/UA-1."""
    return tomllib.loads(LEDGER.read_text("utf-8"))


def _answer(
    id_: str,
    row: Mapping[str, Any],
    outcomes: tuple[Outcome, ...],
    signed: Mapping[str, Signature],
    item: Examined,
) -> Answer:
    kind, evidence = _kind(row, outcomes, signed.get(id_), item.is_ours)
    says = {"en": row["says"], "de": row["says_de"]}
    return Answer(id_, says, row["how"], kind, evidence)


def _kind(
    row: Mapping[str, Any], outcomes: tuple[Outcome, ...], signed: Signature | None, is_ours: bool
) -> tuple[Kind, tuple[str, ...]]:
    if failed := tuple(outcome.check for outcome in outcomes if _fails(outcome)):
        return "failed", failed
    if waived := tuple(outcome.check for outcome in outcomes if outcome.status == "waived"):
        return "waived", waived
    if signed:
        return "signed", (signed.name, signed.date)
    if row["how"] == "none":
        return "no-test", ()
    if is_ours and row["status"] in ("built-in", "not-applicable"):
        return row["status"], tuple(row.get("where", ()))
    seen = tuple(outcome.check for outcome in outcomes if outcome.status in ("passed", "found"))
    if row["how"] == "human":
        return "open", seen  # a program that found nothing has not answered it
    crashed = any(outcome.status == "crashed" for outcome in outcomes)
    return ("checked", seen) if seen and not crashed else ("unchecked", ())


def _fails(outcome: Outcome) -> bool:
    return any(finding.severity == "error" for finding in outcome.findings) and (
        outcome.status == "found"
    )


def _of(outcomes: Mapping[str, Outcome], codes: tuple[str, ...]) -> tuple[Outcome, ...]:
    return tuple(outcomes[code] for code in dict.fromkeys(codes) if code in outcomes)


def _codes(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(where for where in row.get("where", ()) if "/" in where)


@cache
def _evidence(rationales: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    """Which checks name a row in their rationale."""
    found: dict[str, tuple[str, ...]] = {}
    for check, text in rationales:
        for row in rows_named(text):
            found[row] = (*found.get(row, ()), check)
    return found


def rows_named(rationale: str) -> Iterator[str]:
    """The rows of Matterhorn that a rationale names, one by one."""
    _, _, text = rationale.partition("Matterhorn")
    for point, first, last in NAMED.findall(text):
        for number in range(int(first), int(last or first) + 1):
            yield f"{point}-{number:03}"
