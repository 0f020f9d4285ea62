"""All checks of a package, found by walking it: one file a check, its id is its path.

A module with a function `findings` is a check. One whose import fails, or whose docstring does not
begin with its id and give a rationale, ends the call: what is not run must not look passed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Literal

from brochure.diagnostics import Diagnostic


@dataclass(frozen=True)
class Check:
    """One check; `findings` yields a finding for each thing that is wrong."""

    id: str
    rationale: str
    findings: Callable[..., Any]


@dataclass(frozen=True)
class Outcome:
    """How a check ended: a crash outranks what was found, what was skipped says why."""

    check: str
    status: Literal["passed", "skipped", "found", "crashed"]
    findings: tuple[Diagnostic, ...] = ()
    reason: str = ""


class Skipped(Exception):  # noqa: N818 - it says how a check ended
    """Raised by a check that has nothing to go by; `reason` is a code with a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def checks_of(package: ModuleType) -> Mapping[str, Check]:
    """The checks of a package by their ids."""
    room = package.__name__.removeprefix("brochure.check.").replace(".", "/")
    found: dict[str, Check] = {}
    for info in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        if (function := getattr(module, "findings", None)) is not None:
            id_ = f"{room}/{info.name.replace('_', '-')}"
            found[id_] = Check(id_, _rationale(module, id_), function)
    return found


def _rationale(module: ModuleType, id_: str) -> str:
    text = getdoc(module) or ""
    if not text.startswith(f"{id_}: ") or "Rationale: " not in text:
        raise LookupError(f"the docstring of {module.__name__} gives no rationale of {id_}")
    return text
