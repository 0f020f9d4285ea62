"""Checks as each build asks for them: with the levels and limits of the catalogue.

Rationale: a build must not wait for a profile to be chosen; what is wrong in any is told at once.
"""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from brochure.catalog.checks import DEFAULTS
from brochure.catalog.load import entry
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity


def told(subject: Any, *checks: ModuleType) -> Iterator[Diagnostic]:
    """What these checks find."""
    for check in checks:
        yield from check.findings(subject, _rule(check))


def _rule(check: ModuleType) -> Rule:
    room, name = check.__name__.rsplit(".", 2)[1:]
    id_ = f"{room}/{name.replace('_', '-')}"
    values = entry(DEFAULTS, room)[id_]
    return Rule(id_, Severity(values["level"]), values)
