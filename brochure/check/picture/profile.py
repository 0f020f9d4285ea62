"""picture/profile: the profile of a picture is one for its colours.

Rationale: without it nobody knows what its colours are, and each program guesses another way.
"""

from collections.abc import Iterator

from brochure.check.picture.raster import raster_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a picture with a damaged profile, or one for other colours."""
    raster = raster_of(file, rule.limit("megapixels"))
    if raster and raster.has_foreign_profile:
        yield rule.at(file.span, name=file.name)
