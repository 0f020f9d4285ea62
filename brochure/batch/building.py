"""Make what is asked for, and nothing that is there already."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.batch.unchanged import found_unchanged, remember
from brochure.document.edition import Edition, Made
from brochure.project import Project

if TYPE_CHECKING:
    from brochure.compilation import Compiler


def build(
    project: Project, editions: Sequence[Edition], output: Path, *, strict: bool = False
) -> Iterator[Made]:
    """Every edition made and written, or found unchanged; one with an error writes nothing."""
    compiler = cache(lambda: _compiler(project))
    for edition in editions:
        yield found_unchanged(project, edition, output, strict=strict) or _made(
            project, compiler, edition, output, strict=strict
        )


def _made(
    project: Project,
    compiler: Callable[[], "Compiler"],
    edition: Edition,
    output: Path,
    *,
    strict: bool,
) -> Made:
    from brochure import pipeline

    observed = project.observed()
    made = pipeline.made(observed, compiler().observing(observed), edition, output, strict=strict)
    if made.artifacts:
        remember(observed, made, output, strict=strict)
    return made


def _compiler(project: Project) -> "Compiler":
    """Compiles units by an engine that is loaded when the first must be laid out."""
    from brochure.compilation import Compiler
    from brochure.layout.loading import load_engine

    return Compiler(project, cache(lambda: load_engine(project.read, project.fonts)))
