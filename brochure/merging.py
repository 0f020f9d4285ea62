"""The records of a publication and the texts that speak of them, read once for all editions.

A build asks for one record after another, in one process or in several; what was read is kept in
memory as long as its files stay as they are.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import PurePosixPath

from brochure.content import read_publication, read_template
from brochure.content.records.read import Records, read_records
from brochure.content.records.report import Report, report_on
from brochure.content.records.types import Reading
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data, Record
from brochure.document.document import Publication, Source
from brochure.document.edition import Edition
from brochure.merge.template import MergeTemplate, merge
from brochure.project import Project

Stamps = tuple[object, ...]
"""What tells that files are as they were when they were read."""
CONDITION = b"show_if"  # only a text with this word must be read to report on records
KEPT = 4  # publications, or languages of them, at a time


def merged_source(project: Project, edition: Edition) -> Source:
    """The text of an edition with the values of its record; `Problems` where there is none."""
    template = template_of(project, edition.publication, edition.language)
    return merge(template, record_of(project, edition))


def record_of(project: Project, edition: Edition) -> Record:
    """The record of an edition; `Problems` where there is none."""
    records = records_of(project, edition.publication)
    try:
        return records.named(edition.record or "")
    except KeyError as error:
        span = Span(records.table.file)
        finding = Diagnostic.of("records/unknown", span, key=edition.record)
        raise Problems([finding]) from error


def records_of(project: Project, publication: str) -> Records:
    """The records of a publication; `Problems` when their file can't be read."""
    return _records(project, publication, _stamps_of_records(project, publication))


def report_of(project: Project, publication: str) -> Report:
    """What each record of a publication lacks."""
    languages = _settings_and_data(project, publication)[0].languages
    texts = [f"{_folder(publication)}/{language}.yaml" for language in languages]
    stamps = (*_stamps_of_records(project, publication), *_stamps(project, texts))
    return _report(project, publication, stamps)


def template_of(project: Project, publication: str, language: str) -> MergeTemplate:
    """The text of a publication in one language, ready to be merged; raises `Problems`."""
    folder = _folder(publication)
    files = (f"{folder}/publication.yaml", f"{folder}/{language}.yaml", f"{folder}/pictures")
    return _template(project, publication, language, _stamps(project, files))


@lru_cache(KEPT)
def _settings(project: Project, publication: str, _: Stamps) -> Publication:
    file = f"{_folder(publication)}/publication.yaml"
    return read_publication(file, _bytes(project, file))[0]


@lru_cache(KEPT)
def _records(project: Project, publication: str, _: Stamps) -> Records:
    settings, data = _settings_and_data(project, publication)
    folder = _folder(publication)
    pictures = {
        name: frozenset(project.file_names(f"{folder}/{name}")) for name in _picture_folders(data)
    }
    reading = Reading(data.numbers or settings.languages[0], pictures)
    file = f"{folder}/{data.file}"
    return read_records(file, _bytes(project, file), data, reading)


@lru_cache(KEPT)
def _report(project: Project, publication: str, _: Stamps) -> Report:
    settings = _settings_and_data(project, publication)[0]
    records = records_of(project, publication)
    texts = [*_texts_with_conditions(project, publication, settings.languages)]
    return report_on(records, settings.languages, settings.formats, texts)


def _texts_with_conditions(
    project: Project, publication: str, languages: Iterable[str]
) -> Iterator[MergeTemplate]:
    """Texts of which some records are not shown all; one that is wrong is told when it is made."""
    for language in languages:
        with suppress(Problems, OSError):
            if CONDITION in project.read(f"{_folder(publication)}/{language}.yaml"):
                yield template_of(project, publication, language)


@lru_cache(KEPT)
def _template(project: Project, publication: str, language: str, _: Stamps) -> MergeTemplate:
    data = _settings_and_data(project, publication)[1]
    file = f"{_folder(publication)}/{language}.yaml"
    pictures = project.file_names(f"{_folder(publication)}/pictures")
    content = _bytes(project, file, "project/language-missing")
    return read_template(file, content, language, pictures, data.fields)


def _settings_and_data(project: Project, publication: str) -> tuple[Publication, Data]:
    stamps = _stamps(project, [f"{_folder(publication)}/publication.yaml"])
    settings = _settings(project, publication, stamps)
    assert settings.data is not None, "an edition of a record has data"
    return settings, settings.data


def _stamps_of_records(project: Project, publication: str) -> Stamps:
    data = _settings_and_data(project, publication)[1]
    names = ("publication.yaml", data.file, *_picture_folders(data))
    return _stamps(project, [f"{_folder(publication)}/{name}" for name in names])


def _picture_folders(data: Data) -> tuple[str, ...]:
    folders = [field.folder.strip("/") for field in data.fields.values() if field.type == "picture"]
    return tuple(dict.fromkeys(folders))


def _stamps(project: Project, files: Iterable[str]) -> Stamps:
    return tuple(project.stamp(file) for file in files)


def _folder(publication: str) -> str:
    return f"content/{publication}"


def _bytes(project: Project, file: str, missing: str = "project/file-missing") -> bytes:
    """The bytes of a file; a finding, with near names, where it is not there."""
    try:
        return project.read(file)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and missing != "project/file-missing":
            raise Problems([Diagnostic.of(missing, None, file=file)]) from error
        folder = str(PurePosixPath(file).parent)
        near = ", ".join(project.file_names(folder)) or "–"
        code = "project/file-missing" if file.endswith("publication.yaml") else "records/no-file"
        raise Problems([Diagnostic.of(code, Span(file), file=file, near=near)]) from error
