"""The spot colours that a file paints with.

Rationale: what is only defined and never used makes no plate.
"""

from brochure.document.colour import ColourSpace
from brochure.document.pdf_file import PdfFile


def spots_of(file: PdfFile) -> dict[str, ColourSpace]:
    """Each spot colour by its name, with the first space in which it is painted."""
    found: dict[str, ColourSpace] = {}
    for page in file.pages:
        for item in page.printed:
            for colour in item.colours:
                for name in colour.space.spots:
                    found.setdefault(name, colour.space)
    return found
