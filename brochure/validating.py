"""Verdicts of veraPDF: asked once for each file, in one process for all files of a flavour."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from brochure import cache
from brochure.document.plain import from_bytes, to_bytes
from brochure.tools import verapdf
from brochure.tools.verapdf import Command, Failure, Verdict

KIND, FORMAT = "verdicts", 1
Asked = Iterable[tuple[Path, str]]
"""Files, each with a flavour."""
Verdicts = Mapping[tuple[Path, str], Verdict]


@dataclass(frozen=True)
class _Kept:
    compliant: bool
    failures: tuple[Failure, ...]


def verdicts(command: Command, asked: Asked) -> Verdicts:
    """What veraPDF says of each file against each flavour; `ToolFailed` where it says nothing."""
    found: dict[tuple[Path, str], Verdict] = {}
    unknown: dict[str, list[Path]] = {}
    for file, flavour in dict.fromkeys(asked):
        kept = cache.recall(KIND, _key(command, file, flavour))
        if kept is None:
            unknown.setdefault(flavour, []).append(file)
        else:
            known = from_bytes(_Kept, kept)
            found[file, flavour] = Verdict(file, flavour, known.compliant, known.failures)
    for flavour, files in unknown.items():
        for verdict in _judged(command, files, flavour):
            found[verdict.file, flavour] = verdict
    return found


def _judged(command: Command, files: Sequence[Path], flavour: str) -> Iterable[Verdict]:
    for verdict in verapdf.validate(command, files, flavour):
        kept = to_bytes(_Kept(verdict.compliant, verdict.failures))
        cache.keep(KIND, _key(command, verdict.file, flavour), kept)
        yield verdict


def _key(command: Command, file: Path, flavour: str) -> str:
    """The names of its archives have the version of veraPDF in them."""
    return cache.key_of(sha256(file.read_bytes()).hexdigest(), flavour, command, FORMAT)
