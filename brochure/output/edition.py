"""Write one edition: its files, the pictures of their pages, the manifest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brochure.document.edition import Artifact, Edition
from brochure.output import manifest
from brochure.output.files import replace_files, write_beside
from brochure.output.folder import findings_of, locked, subfolder
from brochure.output.pictures import fitting_dpi, page_pictures, picture_names


@dataclass(frozen=True)
class Finished:
    """All files of one edition but for the manifest, and what the manifest says of them."""

    files: dict[str, bytes] = field(repr=False)
    entries: tuple[manifest.Entry, ...] = field(repr=False)


def finished(artifacts: Sequence[Artifact]) -> Finished:
    """The files of an edition with the pictures of their pages, ready to be written."""
    pictures = {artifact.name: _pictures(artifact) for artifact in artifacts}
    files = {artifact.name: artifact.data for artifact in artifacts}
    files |= {name: data for shown in pictures.values() for name, data in shown.items()}
    entries = [manifest.entry_of(artifact) for artifact in artifacts]
    for artifact in artifacts:
        entries += manifest.picture_entries(artifact, pictures[artifact.name])
    return Finished(files, tuple(entries))


def write_record(output: Path, artifacts: Sequence[Artifact]) -> tuple[str, ...]:
    """Write the artifacts of a record; the manifest tells of them when all records are there.

    One that is written anew for each of thousands would take longer than all the rest.
    """
    if not artifacts:
        return ()
    edition = artifacts[0].edition
    files = finished(artifacts).files
    write_beside(subfolder(output, edition.folder), files)
    return tuple(f"{edition.folder}/{name}" for name in files)


def write_edition(output: Path, artifacts: Sequence[Artifact]) -> tuple[str, ...]:
    """Write the artifacts of one edition; what was written, below `output`, or `Problems`.

    The order is: the files, their pictures, the manifest.
    """
    if not artifacts:
        return ()
    edition, new = artifacts[0].edition, finished(artifacts)
    files = new.files
    folder = subfolder(output, edition.folder)
    with findings_of(folder), locked(folder):
        old = manifest.read_entries(folder)
        stale = {*manifest.stale(old, new.entries), *_old_pictures(folder, artifacts, files)}
        kept = manifest.merged([entry for entry in old if entry["name"] not in stale], new.entries)
        files[manifest.NAME] = manifest.manifest(edition, kept)
        replace_files(folder, files, sorted(stale))
    return tuple(f"{edition.folder}/{name}" for name in files)


def confirm(output: Path, edition: Edition, standards: Mapping[str, Sequence[str]]) -> None:
    """Write into the manifest what a validator has confirmed of files as they lie there.

    `standards` maps the name of a file to all that was confirmed; an empty list takes back.
    """
    folder = subfolder(output, edition.folder)
    with findings_of(folder), locked(folder):
        entries = manifest.read_entries(folder)
        for entry in entries:
            if entry["name"] in standards:
                entry["standards"] = sorted(standards[entry["name"]])
        if entries:
            replace_files(folder, {manifest.NAME: manifest.manifest(edition, entries)})


def _pictures(artifact: Artifact) -> dict[str, bytes]:
    pictured = artifact.pictured and artifact.edition.record is None  # nobody looks at thousands
    if not pictured or not artifact.name.endswith(".pdf"):
        return {}
    pictures = page_pictures(artifact.data, fitting_dpi(artifact.page_sizes), artifact.page_keys)
    return dict(zip(picture_names(artifact.name, len(pictures)), pictures, strict=True))


def _old_pictures(
    folder: Path, artifacts: Sequence[Artifact], files: Iterable[str]
) -> Iterable[str]:
    """Pictures of pages that are no more, also where no manifest tells of them."""
    starts = tuple(f"{artifact.name.removesuffix('.pdf')}.page-" for artifact in artifacts)
    found = {path.name for path in folder.glob("*.png") if path.name.startswith(starts)}
    return found - set(files)
