"""What a job has done so far, so that whoever begins again does only the rest.

The journal lies in the store: segments that are only ever added, each some lines of JSON, one an
edition. What a killed client had not yet written down is done once more, with the same bytes as
result. A line that is no whole line is left out.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

from brochure.batch.store import Store
from brochure.diagnostics import Diagnostic
from brochure.document.edition import Edition
from brochure.document.plain import from_plain, to_plain
from brochure.output.manifest import Entry, Inputs, loads

FOLDER, SUFFIX = "journal", ".jsonl"
LINES, SECONDS = 200, 2.0
"""A segment is written when it has so many lines, or the first of them is so old."""


@dataclass(frozen=True)
class Line:
    """What became of an edition: its files as a manifest tells of them, or none, and findings."""

    edition: Edition
    files: tuple[Entry, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it was made."""
        return bool(self.files)


class Journal:
    """The journal of one job: one snapshot, made in one way, into one place."""

    def __init__(self, store: Store, job: str) -> None:
        self.store, self.folder = store, f"{FOLDER}/{job}"
        self._run = f"{time.time_ns():020}-{os.getpid()}"
        self._segments = 0
        self._waiting: list[bytes] = []
        self._since = 0.0

    def lines(self) -> Iterator[Line]:
        """Everything that was noted, the latest last."""
        known: Inputs = {}
        for name in self.store.list(self.folder):
            yield from read_lines(self.store.read(name), known)

    def note(self, line: Line) -> None:
        """Write down a line, at the latest with the next one that comes after some seconds."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(line_as_bytes(line))
        if len(self._waiting) >= LINES or time.monotonic() - self._since >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write down all that waits."""
        if not self._waiting:
            return
        name = f"{self.folder}/{self._run}-{self._segments:06}{SUFFIX}"
        self.store.write(name, b"".join(self._waiting))
        self._segments += 1
        self._waiting.clear()


def latest_other(journal: Journal) -> Edition | None:
    """An edition that the last other job in this store has made, if there was one."""
    names = [name for name in journal.store.list(FOLDER) if not name.startswith(journal.folder)]
    latest = max(names, key=lambda name: name.rpartition("/")[2], default=None)
    lines = read_lines(journal.store.read(latest)) if latest else iter(())
    return next((line.edition for line in lines), None)


def last_of_each(lines: Iterator[Line]) -> dict[Edition, Line]:
    """For each edition what was noted last."""
    return {line.edition: line for line in lines}


def line_as_bytes(line: Line) -> bytes:
    """A line of the journal."""
    values = {
        "edition": to_plain(line.edition),
        "files": line.files,
        "findings": [to_plain(finding) for finding in line.findings],
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_lines(segment: bytes, known: Inputs | None = None) -> Iterator[Line]:
    """The lines of a segment that are whole."""
    known = {} if known is None else known
    for text in segment.split(b"\n"):
        try:
            values = loads(text, known)
            findings = tuple(from_plain(Diagnostic, item) for item in values["findings"])
            edition = from_plain(Edition, values["edition"])
            yield Line(edition, tuple(values["files"]), findings)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
