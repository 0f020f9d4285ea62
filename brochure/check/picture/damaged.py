"""picture/damaged: a picture can be read, and a drawing says how large it is.

Rationale: of a truncated picture the layout engine shows what is there without a word; of a drawing
without a size it shows nothing, or fails.
"""

from collections.abc import Iterator

from brochure.check.picture.raster import raster_of
from brochure.check.picture.svg import svg_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a picture that can't be shown."""
    raster, drawing = raster_of(file, rule.limit("megapixels")), svg_of(file)
    if (raster and raster.is_damaged) or (drawing and not drawing.is_drawing):
        yield rule.at(file.span, name=file.name)
    elif drawing and not drawing.has_size:
        yield rule.at(file.span, "size", name=file.name)
