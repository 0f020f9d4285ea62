"""Read what an edition is made from."""

from brochure.catalog import Format, known
from brochure.content import read_document
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Source
from brochure.document.edition import Edition
from brochure.document.look import Look
from brochure.look import read_format, read_look
from brochure.project import Project


def read_source(project: Project, edition: Edition) -> Source:
    """The text of an edition with its places; `Problems` with all that is wrong in it.

    An edition of a record has the record's values in it.
    """
    if edition.record is not None:
        from brochure.merging import merged_source

        return merged_source(project, edition)
    folder = f"content/{edition.publication}"
    file = f"{folder}/{edition.language}.yaml"
    try:
        data = project.read(file)
    except FileNotFoundError as error:
        raise Problems([Diagnostic.of("project/language-missing", None, file=file)]) from error
    except OSError as error:  # a folder, no right to read, a link that leads outside
        raise Problems([Diagnostic.of("project/file-missing", Span(file), file=file)]) from error
    return read_document(file, data, edition.language, project.file_names(f"{folder}/pictures"))


def format_of(project: Project, name: str) -> Format:
    """A format: the project's own, or the catalogue's; `Problems` with all that is wrong in it."""
    file = f"formats/{name}.toml"
    if file in project.format_files():
        return read_format(name, file, project.text(file))
    return Format.named(name)


def format_names(project: Project) -> tuple[str, ...]:
    """The names of all formats that an edition can have."""
    own = (file.rpartition("/")[2].removesuffix(".toml") for file in project.format_files())
    return tuple(sorted({*known("formats"), *own}))


def look_of(project: Project, name: str, kind: str) -> Look:
    """The look for a kind of format and a medium; `Problems` with all that is wrong in it."""
    return read_look(name, kind, project.text, project.templates(name))
