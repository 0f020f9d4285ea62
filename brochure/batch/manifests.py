"""The manifests of the folders that a job wrote into: once, when it is over.

A hundred thousand editions in one folder would else write it a hundred thousand times.
"""

from collections.abc import Iterable, Sequence

from brochure.batch.journal import Line
from brochure.batch.store import Store
from brochure.output import manifest


def write_manifests(store: Store, lines: Iterable[Line]) -> None:
    """Write into each folder's manifest what was made; what that did away with is removed."""
    folders: dict[str, list[Line]] = {}
    for line in lines:
        if line.is_done:
            folders.setdefault(line.edition.folder, []).append(line)
    for folder, made in folders.items():
        _write(store, folder, made)


def _write(store: Store, folder: str, lines: Sequence[Line]) -> None:
    name = f"{folder}/{manifest.NAME}"
    new = [entry for line in lines for entry in line.files]
    old = _old(store, name)
    stale = manifest.stale(old, new)
    made = {entry["name"] for entry in new}
    left = [entry for entry in old if entry["name"] not in stale]
    kept = [entry for entry in left if _lies(store, folder, entry, made)]
    for gone in sorted(stale):
        store.delete(f"{folder}/{gone}")
    store.write(name, manifest.manifest(lines[0].edition, manifest.merged(kept, new)))
    store.sweep(folder)


def _old(store: Store, name: str) -> list[manifest.Entry]:
    try:
        return manifest.entries_in(store.read(name))
    except FileNotFoundError:
        return []


def _lies(store: Store, folder: str, entry: manifest.Entry, made: set[str]) -> bool:
    return entry["name"] in made or store.exists(f"{folder}/{entry['name']}")
