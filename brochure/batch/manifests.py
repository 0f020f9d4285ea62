"""The manifests of the folders that records were made into: one a folder, when all is over.

A manifest that is written anew for each of a hundred thousand would take longer than all the rest.
A run that is killed writes none; what it made is told of by the next, which finds it made already.
"""

from collections.abc import Iterable, Sequence

from brochure.batch.store import Store
from brochure.document.edition import Edition
from brochure.output import manifest
from brochure.output.manifest import Entry, Inputs


class Listing:
    """What manifests are to say, gathered while a run goes on; of an edition only its entries."""

    def __init__(self) -> None:
        self._editions: dict[str, Edition] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._known: Inputs = {}

    def add(self, edition: Edition, entries: Iterable[Entry]) -> None:
        """Tell of an edition's files sooner or later."""
        if told := list(entries):
            self._editions.setdefault(edition.folder, edition)
            self._entries.setdefault(edition.folder, []).extend(told)

    def add_texts(self, edition: Edition, texts: Iterable[str]) -> None:
        """The same, of entries as JSON; an input that many were made from is in memory once."""
        self.add(edition, (manifest.loads(text, self._known) for text in texts))

    def write(self, store: Store) -> None:
        """Write into each folder's manifest what was made; what that did away with is removed."""
        for folder, new in self._entries.items():
            with store.held(folder):
                _write(store, self._editions[folder], new)


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
