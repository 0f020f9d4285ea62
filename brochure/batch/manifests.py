"""The manifests of the folders that records were made into: one a folder, when all is over.

A manifest that is written anew for each of a hundred thousand would take longer than all the rest.
A run that is killed writes none; what it made is told of by the next, which finds it made already.
"""

import json
from collections.abc import Iterable, Sequence

from brochure.batch.store import Store
from brochure.document.edition import Edition
from brochure.output import manifest
from brochure.output.manifest import Entry, Inputs


class Listing:
    """What manifests are to say, gathered while a run goes on.

    An entry is kept as text, and what it was made from, which thousands share, only once.
    """

    def __init__(self) -> None:
        self._editions: dict[str, Edition] = {}
        self._entries: dict[str, list[tuple[str, str]]] = {}
        self._inputs: dict[str, str] = {}

    def add(self, edition: Edition, entries: Iterable[Entry]) -> None:
        """Tell of an edition's files sooner or later."""
        for entry in entries:
            self._editions.setdefault(edition.folder, edition)
            inputs = _packed(entry.get("inputs"))
            packed = _packed({key: value for key, value in entry.items() if key != "inputs"})
            told = (packed, self._inputs.setdefault(inputs, inputs))
            self._entries.setdefault(edition.folder, []).append(told)

    def write(self, store: Store) -> None:
        """Write into each folder's manifest what was made; what that did away with is removed."""
        for folder, packed in self._entries.items():
            known: Inputs = {}
            new = [_unpacked(*told, known) for told in packed]
            with store.held(folder):
                _write(store, self._editions[folder], new)


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _unpacked(entry: str, inputs: str, known: Inputs) -> Entry:
    made_from = manifest.loads(inputs, known)
    found: Entry = json.loads(entry)
    return found if made_from is None else {**found, "inputs": made_from}


def _write(store: Store, edition: Edition, new: Sequence[Entry]) -> None:
    folder = edition.folder
    name = f"{folder}/{manifest.NAME}"
    old = _old(store, name)
    stale = manifest.stale(old, new)
    made = {entry["name"] for entry in new}
    left = [entry for entry in old if entry["name"] not in stale]
    kept = [entry for entry in left if entry["name"] in made or _lies(store, folder, entry)]
    for gone in sorted(stale):
        store.delete(f"{folder}/{gone}")
    store.write(name, manifest.manifest(edition, manifest.merged(kept, new)))
    store.sweep(folder)


def _old(store: Store, name: str) -> list[Entry]:
    try:
        return manifest.entries_in(store.read(name))
    except FileNotFoundError:
        return []


def _lies(store: Store, folder: str, entry: Entry) -> bool:
    """Whether a file lies there as it was; all the bytes of thousands are not read for that."""
    return store.size(f"{folder}/{entry['name']}") == entry.get("bytes")
