"""Pictures made of pixels are brought into the PDF's form once: 0.2 s of a build of 2.4 s.

WeasyPrint 70 (`images.py`, `RasterImage.get_x_object`) unpacks each PNG and packs its colours and
its transparency again in every build. What comes out depends on the file alone, and is kept.
"""

import marshal
from io import BytesIO
from math import hypot
from typing import Any

import PIL
import pydyf
from PIL import Image, features
from weasyprint import VERSION, images
from weasyprint.images import RasterImage
from weasyprint.matrix import Matrix

from brochure import cache
from brochure.layout.source_colour import BILEVEL, as_taken, profile_of

KIND = "pictures"
FORMAT = 3


def remember_x_objects() -> None:
    """Put the remembering picture in the place of the engine's own."""
    images.RasterImage = Picture


class Picture(RasterImage):  # type: ignore[misc]
    """A picture whose form in the PDF is read back from the cache."""

    _drawn = (0.0, 0.0)
    """How large it was drawn at most, in points."""

    def __init__(self, picture: Any, name: str, data: Any, *rest: Any, **named: Any) -> None:
        self._icc, self._is_bilevel = profile_of(picture), picture.mode == BILEVEL
        taken = as_taken(picture)
        super().__init__(taken, name, data if taken is picture else None, *rest, **named)
        self._is_bilevel &= self.mode == "L"

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Draw it, and note how large that was."""
        a, b, c, d, _, _ = (stream.ctm @ getattr(stream, "around", Matrix())).values
        size = width * hypot(a, b), height * hypot(c, d)
        self._drawn = max(self._drawn[0], size[0]), max(self._drawn[1], size[1])
        super().draw(stream, width, height, style)

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> Any:
        """The PDF's image object.

        It says as `drawn` how large it is drawn, as `icc` what its colours mean.
        """
        made = self._x_object(interpolate, dpi_ratio)
        made.drawn, made.icc = self._drawn, self._icc
        return made

    def _x_object(self, interpolate: bool, dpi_ratio: float) -> Any:
        """A JPEG goes into the file as it is, and is not kept."""
        if self.format == "JPEG":
            return super().get_x_object(interpolate, dpi_ratio)
        facts = (self.mode, self.width, self.height, interpolate, dpi_ratio, self._is_bilevel)
        made_by = (VERSION, PIL.__version__, features.version("zlib"), FORMAT)
        key = cache.key_of(self.image_data.data, facts, made_by)
        if (data := cache.recall(KIND, key)) is not None:
            return _restored(marshal.loads(data))
        made = super().get_x_object(interpolate, dpi_ratio)
        if self._is_bilevel:
            self._as_bits(made)
        cache.keep(KIND, key, marshal.dumps(_plain(made)))
        return made

    def _as_bits(self, made: Any) -> None:
        """Black and white takes a bit a pixel, and is never smoothed by a press."""
        picture = Image.open(BytesIO(self.image_data.data))
        bits = self._get_png_data(picture.convert(BILEVEL, dither=Image.Dither.NONE))
        made.stream = [self.cache_image_data(bits, slot="bits")]
        made.extra["BitsPerComponent"] = made.extra["DecodeParms"]["BitsPerComponent"] = 1


def _plain(value: Any) -> Any:
    """An object of the PDF as values that can be kept; a stream becomes its data and facts."""
    if isinstance(value, pydyf.Stream):
        (item,) = value.stream
        return item.data, _plain(value.extra)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, tuple):
        data, facts = value
        return pydyf.Stream([data], _restored(facts))
    if isinstance(value, dict):
        return pydyf.Dictionary({name: _restored(inner) for name, inner in value.items()})
    return value
