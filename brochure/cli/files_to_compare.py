"""Two files or two folders, as a person named them → pairs of files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems, Severity, Span

PDF = ".pdf"


@dataclass(frozen=True)
class Pairs:
    """What is to be compared, what lies in one folder only, and what was left out."""

    both: tuple[tuple[Path, Path], ...]
    alone: tuple[tuple[str, bool], ...] = ()
    """Its path below its folder, and whether that is the second one."""
    left_out: tuple[Diagnostic, ...] = ()


def pairs_of(before: Path, after: Path, most: int) -> Pairs:
    """The pairs; `Problems` where there is nothing to compare."""
    for path in (before, after):
        if not path.exists():
            raise Problems([unreadable(path, FileNotFoundError(2, "No such file or directory"))])
    if before.is_dir() != after.is_dir():
        raise Problems([Diagnostic.of("compare/file-and-folder")])
    if not before.is_dir():
        return Pairs(((before, after),))
    return _in_folders(before, after, most)


def unreadable(path: Path, error: OSError) -> Diagnostic:
    """What to say of a path that can't be read."""
    reason = error.strerror or type(error).__name__
    return Diagnostic.of("compare/unreadable", Span(str(path)), reason=reason)


def _in_folders(before: Path, after: Path, most: int) -> Pairs:
    ours, theirs = (list(islice(_pdfs(folder), most + 1)) for folder in (before, after))
    left_out = tuple(
        Diagnostic.of("compare/too-many-files", Span(str(folder)), Severity.WARNING, most=most)
        for folder, found in ((before, ours), (after, theirs))
        if len(found) > most
    )
    first, second = set(ours[:most]), set(theirs[:most])
    if not first | second:
        raise Problems([Diagnostic.of("compare/no-files", Span(str(after)))])
    return Pairs(
        tuple((before / name, after / name) for name in sorted(first & second)),
        tuple((name, name in second) for name in sorted(first ^ second)),
        left_out,
    )


def _pdfs(folder: Path) -> Iterator[str]:
    """The PDFs below a folder; links to other folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(PDF):
                yield Path(place, name).relative_to(folder).as_posix()
