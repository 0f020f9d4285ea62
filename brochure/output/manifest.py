"""`manifest.json`: what lies in a folder, what it was made from, and what was confirmed.

Without clock and absolute paths: the same content gives the same manifest.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from brochure import __version__
from brochure.document.edition import Artifact, Edition
from brochure.output.folder import is_name

NAME = "manifest.json"
MEDIA_TYPES = {"pdf": "application/pdf", "png": "image/png", "html": "text/html"}

Entry = dict[str, Any]
Inputs = dict[tuple[str, str], Entry]


def entry_of(artifact: Artifact) -> Entry:
    """What the manifest says of a file."""
    return {
        **_facts(artifact.name, artifact.data, artifact),
        **({"pages": artifact.pages} if artifact.pages else {}),
        "title": artifact.title,
        "language": artifact.language,
        "standards": list(artifact.standards),
        "inputs": [{"file": item.file, "sha256": item.sha256} for item in artifact.inputs],
    }


def picture_entries(artifact: Artifact, pictures: Mapping[str, bytes]) -> Iterable[Entry]:
    """What the manifest says of the pictures of a file's pages."""
    for page, (name, data) in enumerate(pictures.items(), start=1):
        yield {**_facts(name, data, artifact), "shows": artifact.name, "page": page}


def read_entries(folder: Path) -> list[Entry]:
    """The entries of a folder's manifest that are still true: the file is there and unchanged."""
    try:
        entries = entries_in((folder / NAME).read_bytes())
        return [entry for entry in entries if _is_true(folder, entry)]
    except (OSError, KeyError, TypeError):  # none, or not one of ours: begin anew
        return []


def entries_in(data: bytes, known: Inputs | None = None) -> list[Entry]:
    """The entries of a manifest, whether still true or not."""
    known = {} if known is None else known
    try:
        return [entry for entry in loads(data, known)["files"] if is_name(str(entry["name"]))]
    except (ValueError, KeyError, TypeError):
        return []


def loads(text: str | bytes, known: Inputs) -> Any:
    """JSON that speaks of files; an input that many were made from is in memory once."""

    def shared(value: Entry) -> Entry:
        if value.keys() != {"file", "sha256"}:
            return value
        return known.setdefault((str(value["file"]), str(value["sha256"])), value)

    return json.loads(text, object_hook=shared)


def stale(old: Sequence[Entry], new: Sequence[Entry]) -> set[str]:
    """Files that an edition used to have: a sixth poster, a thirteenth page."""
    parts = ("format", "profile", "record")
    made = {tuple(map(entry.get, parts)) for entry in new}
    before = {str(entry["name"]) for entry in old if tuple(map(entry.get, parts)) in made}
    return before - {str(entry["name"]) for entry in new}


def merged(old: Sequence[Entry], new: Sequence[Entry]) -> list[Entry]:
    """New entries, and the old ones of other files.

    What a validator confirmed stays when exactly the same bytes were made again.
    """
    before = {entry["name"]: entry for entry in old}
    for entry in new:
        known = before.get(entry["name"], {})
        if known.get("sha256") == entry["sha256"] and "standards" in entry:
            entry["standards"] = sorted({*entry["standards"], *known.get("standards", ())})
    return list({**before, **{entry["name"]: entry for entry in new}}.values())


def manifest(edition: Edition, entries: Iterable[Entry]) -> bytes:
    """The manifest of a folder as it is written.

    An entry at a time: of a hundred thousand editions all the pieces of JSON would take gigabytes.
    """
    content = {
        "brochure": __version__,
        "publication": edition.publication,
        "language": edition.language,
        "files": [],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1).encode()
    ordered = sorted(entries, key=lambda entry: str(entry["name"]))
    if not ordered:
        return text + b"\n"
    first, *others = map(_as_text, ordered)
    rest = (b",\n" + other for other in others)
    return b"".join([text.removesuffix(b"]\n}"), b"\n", first, *rest, b"\n ]\n}\n"])


def _as_text(entry: Entry) -> bytes:
    text = json.dumps(entry, ensure_ascii=False, indent=1)
    return f"  {text}".replace("\n", "\n  ").encode()


def _facts(name: str, data: bytes, artifact: Artifact) -> Entry:
    return {
        "name": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "media_type": MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
        "format": artifact.edition.format,
        "profile": artifact.profile,
        **({"record": record} if (record := artifact.edition.record) is not None else {}),
    }


def _is_true(folder: Path, entry: Entry) -> bool:
    name = str(entry["name"])
    if not is_name(name) or not (folder / name).is_file():
        return False
    found = (folder / name).stat()
    digest = _digest(folder / name, found.st_mtime_ns, found.st_size, found.st_ino)
    return bool(digest == entry["sha256"])


@lru_cache(100_000)
def _digest(path: Path, *_: int) -> str:
    """The hash of a file, once in a run: of a thousand records each would hash all the others.

    The time, size and place of the file are part of the question, so that a file that was written
    in between is looked at again.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()
