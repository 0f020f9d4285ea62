"""Preflight variants: which rules a print product asks for, how severe, with which limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Variant:
    """A variant of GWG 2022, or a print shop's own.

    `rules` gives for each rule its `level` (`error`, `warning`, `note`, `off`) and its limits, as
    `data/preflight/sheet-cmyk.toml` explains them.
    """

    name: str
    title: Mapping[str, str]
    rules: Mapping[str, Mapping[str, Any]]

    @classmethod
    def named(cls, name: str) -> "Variant":
        """The variant of that name; `KeyError` when the catalogue has none."""
        data = _whole(name)
        title = data.pop("title")
        data.pop("extends", None)
        return cls(name, title, data)


def _whole(name: str) -> dict[str, Any]:
    """The values of a variant over those of the one that it extends."""
    data = dict(entry("preflight", name))
    below = _whole(data["extends"]) if "extends" in data else {}
    own = {rule: values for rule, values in data.items() if rule != "extends"}
    changed = {rule: {**below.get(rule, {}), **values} for rule, values in own.items()}
    return {**below, **changed}
