"""A picture made of pixels, as it lies in a PDF: opened, and written again in other colours.

What was a JPEG becomes one again, and what was kept without loss stays without loss.
"""

from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import cast

from PIL import Image, ImageChops

from brochure.document.fragment import Item
from brochure.pdf.colour.space import CMYK, DEVICE, Space
from brochure.pdf.raster import pixels_of, unframed
from brochure.pdf.syntax import number
from brochure.pdf.values import Dictionary, Value, written

QUALITY = 92
"""Of a JPEG that is written again, with all channels as fine: no trace of it is seen in print."""
NEGATIVE: Value = [number(value) for value in (1, 0) * CMYK.components]
"""JPEGs of inks are negatives, as Adobe began it and Pillow writes them."""
JPEG = b"/DCTDecode"
DECODING = ("Decode", "DecodeParms")


@dataclass(frozen=True)
class Bitmap:
    """The facts of an image dictionary (ISO 32000-1, table 89), its data, its colour space."""

    facts: Dictionary
    data: bytes = field(repr=False)
    space: Space

    @property
    def bits(self) -> int:
        """Bits of one channel of a pixel."""
        return int(cast(bytes, self.facts["BitsPerComponent"]))

    def opened(self) -> Image.Image:
        """Its pixels."""
        pixels = pixels_of(Item("", written(self.facts), self.data))
        if self.space.components == CMYK.components and pixels.mode == "RGBA":
            return Image.frombytes("CMYK", pixels.size, pixels.tobytes())
        return pixels

    def with_pixels(self, pixels: Image.Image) -> "Bitmap":
        """The same picture with other pixels, in the space of a device."""
        facts = {key: value for key, value in self.facts.items() if key not in DECODING}
        space, buffer = DEVICE[len(pixels.getbands())], BytesIO()
        facts["BitsPerComponent"] = b"8"
        if facts["Filter"] == JPEG:
            if space == CMYK:
                facts["Decode"] = NEGATIVE
            pixels.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
            return Bitmap(facts, buffer.getvalue(), space)
        columns, colours = number(pixels.width), number(space.components)
        facts["DecodeParms"] = {"Predictor": b"15", "Columns": columns, "Colors": colours}
        if space == CMYK:  # four channels of something are all that a PNG knows
            pixels = Image.frombytes("RGBA", pixels.size, pixels.tobytes())
        pixels.save(buffer, "PNG")
        return Bitmap(facts, unframed(buffer.getvalue()), space)

    def in_space(self, space: Space) -> "Bitmap":
        """The same data, taken for colours of another space."""
        return replace(self, space=space)

    def most_ink(self) -> int:
        """All inks together where there is most of them, in percent."""
        cyan, magenta, yellow, black = self.opened().split()
        half, other = (ImageChops.add(a, b, scale=2) for a, b in ((cyan, magenta), (yellow, black)))
        _, most = cast(tuple[int, int], ImageChops.add(half, other, scale=2).getextrema())
        return round(most * CMYK.components * 100 / 255)
