"""picture/too-large: a picture has no more pixels than a page can use.

Rationale: one of 170 megapixels takes seconds and gigabytes of memory, and nobody sees them.
"""

from collections.abc import Iterator

from brochure.check.picture.raster import raster_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a picture of too many pixels."""
    most = rule.limit("megapixels")
    raster = raster_of(file, most)
    if raster and raster.is_too_large:
        yield rule.at(file.span, name=file.name, megapixels=raster.megapixels, limit=f"{most:g}")
