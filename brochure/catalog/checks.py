"""Profiles of checks: which checks an artefact is held to, their levels and their limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from brochure.catalog.load import entry, known

DEFAULTS, PROFILES = "checks", "check-profiles"


@dataclass(frozen=True)
class CheckProfile:
    """What an artefact is held to.

    `rules` gives for each check its `level` (`error`, `warning`, `note`, `off`) and its limits:
    those of its room's file in `data/checks/`, and what `data/check-profiles/NAME.toml` changes.
    """

    name: str
    title: Mapping[str, str]
    rules: Mapping[str, Mapping[str, Any]]
    variant: str = ""
    """The preflight variant whose rules for print are asked too, where there is one."""

    @classmethod
    def named(cls, name: str) -> "CheckProfile":
        """The profile of that name; `KeyError` when the catalogue has none."""
        data = dict(entry(PROFILES, name))
        title, off = data.pop("title"), set(data.pop("off", ()))
        variant = data.pop("variant", "")
        rules = {id_: {**values, **data.pop(id_, {})} for id_, values in default_rules().items()}
        if data:
            raise KeyError(*data)  # it changes what no room knows
        for id_ in rules:
            if off & {id_, id_.partition("/")[0]}:
                rules[id_] = {**rules[id_], "level": "off"}
        return cls(name, title, rules, variant)


def default_rules() -> dict[str, dict[str, Any]]:
    """Level and limits of every check by its id, as the file of its room says."""
    rooms = (entry(DEFAULTS, room) for room in known(DEFAULTS))
    return {id_: values for room in rooms for id_, values in room.items()}
