"""Pages in the inks of a press: fragments → fragments without a colour of screens."""

from brochure.pdf.colour.edition import PrintColour, in_inks
from brochure.pdf.colour.plates import without_plates

__all__ = ["PrintColour", "in_inks", "without_plates"]
