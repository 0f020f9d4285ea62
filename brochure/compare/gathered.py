"""The same change on many pages is one change with many places."""

from collections.abc import Iterable
from dataclasses import replace

from brochure.document.change import Change


def gathered(changes: Iterable[Change]) -> list[Change]:
    """Changes that are alike but for their place, each once."""
    found: dict[Change, list[Change]] = {}
    for change in changes:
        found.setdefault(replace(change, places=()), []).append(change)
    return [
        replace(alike, places=tuple(place for change in same for place in change.places))
        for alike, same in found.items()
    ]
