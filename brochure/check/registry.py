"""All checks, found by walking their packages: one file a check, its id is its path.

A module with a function `findings(subject, rule)` is a check; the type of `subject` says what it
looks at. One whose import fails, or whose docstring does not begin with its id and give a
rationale, ends the call: what is not run must not look passed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc, signature
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, get_type_hints

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.checked import Outcome

__all__ = [
    "OFF",
    "Check",
    "Outcome",
    "Skipped",
    "all_checks",
    "checks_of",
    "judged",
    "outcome",
    "rules_of",
    "switched_off",
]

OFF = "off"


@dataclass(frozen=True)
class Check:
    """One check; `findings` yields a finding for each thing that is wrong."""

    id: str
    rationale: str
    looks_at: type
    findings: Callable[..., Any]


class Skipped(Exception):  # noqa: N818 - it says how a check ended
    """Raised by a check that has nothing to go by; `reason` is a code with a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@cache
def all_checks() -> Mapping[str, Check]:
    """Every check of every room of `brochure.check`, by its id."""
    room = import_module("brochure.check")
    packages = [info.name for info in iter_modules(room.__path__) if info.ispkg]
    found: dict[str, Check] = {}
    for name in packages:
        found |= checks_of(import_module(f"{room.__name__}.{name}"))
    return found


def checks_of(package: ModuleType) -> Mapping[str, Check]:
    """The checks of a package by their ids."""
    room = package.__name__.removeprefix("brochure.check.").replace(".", "/")
    found: dict[str, Check] = {}
    for info in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        if (function := getattr(module, "findings", None)) is not None:
            id_ = f"{room}/{info.name.replace('_', '-')}"
            found[id_] = Check(id_, _rationale(module, id_), _looks_at(function), function)
    return found


def judged(
    checks: Mapping[str, Check], subject: Any, rules: Mapping[str, Rule]
) -> Iterator[Outcome]:
    """How each check ends that looks at such a thing; `rules` lacks those that are switched off."""
    for id_, check in checks.items():
        if isinstance(subject, check.looks_at):
            yield outcome(check, subject, rules[id_]) if id_ in rules else switched_off(id_)


def switched_off(id_: str) -> Outcome:
    """The outcome of a check that a profile does not ask for."""
    return Outcome(id_, "skipped", reason="check/skipped/off")


def outcome(check: Check, subject: Any, rule: Rule) -> Outcome:
    """How one check ends."""
    try:
        found = tuple(check.findings(subject, rule))
    except Skipped as skipped:
        return Outcome(check.id, "skipped", reason=skipped.reason)
    except Exception as error:  # a check that fails must be seen, and keep no other from its work
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        finding = Diagnostic.of("check/crashed", Span(rule.file), check=check.id, error=told)
        return Outcome(check.id, "crashed", (finding,))
    return Outcome(check.id, "found" if found else "passed", found)


def rules_of(asked: Mapping[str, Mapping[str, Any]], file: str) -> dict[str, Rule]:
    """The rules of a profile for one file, without those that are off."""
    return {
        id_: Rule(id_, Severity(values["level"]), values, file)
        for id_, values in asked.items()
        if values["level"] != OFF
    }


def _looks_at(function: Callable[..., Any]) -> type:
    subject = next(iter(signature(function).parameters))
    looks_at: type = get_type_hints(function).get(subject, object)
    return looks_at


def _rationale(module: ModuleType, id_: str) -> str:
    text = getdoc(module) or ""
    if not text.startswith(f"{id_}: ") or "Rationale: " not in text:
        raise LookupError(f"the docstring of {module.__name__} gives no rationale of {id_}")
    return text
