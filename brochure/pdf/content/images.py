"""Images: how many pixels, in which space, packed how (ISO 32000-1, 8.9)."""

from dataclasses import dataclass

from brochure.document.colour import ColourSpace
from brochure.pdf.content.spaces import Spaces
from brochure.pdf.content.values import Object, key, names, number, value


@dataclass(frozen=True)
class Raster:
    """An image before it is placed."""

    name: str
    width: int
    height: int
    bits: int
    space: ColourSpace | None
    stencil: bool
    filters: tuple[str, ...]
    key: str = ""


def raster(image: Object, called: str, resources: Object, spaces: Spaces) -> Raster:
    """An image of the resources; JPEG 2000 may leave its space to the file in it."""
    stencil = bool(value(image, "/ImageMask"))
    space = value(image, "/ColorSpace")
    return Raster(
        called,
        int(number(value(image, "/Width"))),
        int(number(value(image, "/Height"))),
        1 if stencil else int(number(value(image, "/BitsPerComponent"), 8)),
        None if stencil or space is None else spaces.of(space, resources),
        stencil,
        names(value(image, "/Filter")),
        key(image),
    )
