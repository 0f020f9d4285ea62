"""The print condition of a publication: of the catalogue, or made of a profile in the project."""

from collections.abc import Mapping
from dataclasses import replace

from brochure.catalog import Condition
from brochure.check import bad_press_profile
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Publication
from brochure.document.printing import Print
from brochure.document.walk import KeyPath
from brochure.project import Project


def condition_of(
    project: Project, publication: Publication, places: Mapping[KeyPath, Span]
) -> Condition:
    """What print files of a publication are made for; `Problems` when its profile won't do."""
    chosen = publication.print or Print()
    if chosen.profile is None:
        condition = Condition.named(chosen.condition)
    else:
        condition = _own(project, chosen, places.get(("print", "profile")))
    return replace(
        condition,
        ink_limit=chosen.ink_limit or condition.ink_limit,
        intent=chosen.intent or condition.intent,
    )


def _own(project: Project, chosen: Print, span: Span | None) -> Condition:
    file = chosen.profile or ""
    try:
        icc = project.read(file)
    except OSError as error:  # a folder, no right to read, a link that leads outside
        missing = Diagnostic.of("condition/profile-missing", span, file=file)
        raise Problems([missing]) from error
    if wrong := list(bad_press_profile(icc, file, span)):
        raise Problems(wrong)
    # The rules of the content saw that identifier and ink limit are there.
    return Condition.of_profile(file, icc, chosen.identifier or "", chosen.ink_limit or 0)
