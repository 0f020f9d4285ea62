"""Check what was built: the content again, and each file by veraPDF where that is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from brochure.catalog import Format, Profile
from brochure.check import check_pictures
from brochure.diagnostics import Diagnostic, Problems, Severity, Span
from brochure.document.edition import Edition, Made
from brochure.output import confirm
from brochure.project import Project
from brochure.reading import read_source
from brochure.tools import verapdf


def verify(project: Project, editions: Sequence[Edition], output: Path) -> Iterator[Made]:
    """The findings of each edition; what veraPDF confirms is written into the manifest."""
    command = verapdf.find(project.root)
    for edition in editions:
        try:
            source = read_source(project, edition)
            findings = list(check_pictures(source, project.read))
            names = [name for profile in edition.profiles for name in built_names(source, edition, profile)]
        except Problems as problems:
            yield Made(edition, diagnostics=problems.diagnostics)
