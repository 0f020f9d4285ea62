"""layout/resolution: a picture has enough pixels for the size at which the layout shows it.

Rationale: what counts is pixels an inch of paper, after scaling and cropping (`object-fit`). Below
150 each pixel is seen at reading distance (GWG 2022 R0031); from afar fewer do. `print/resolution`
measures the same in the file; here it is known which picture of the text to replace.
"""

from collections.abc import Iterator
from math import ceil

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each picture that is too coarse, with the pixels that it needs."""
    wanted = rule.limit("ppi") / max(1.0, layout.format.distance / rule.limit("distance_m"))
    for unit in units(layout):
        for image in unit.fragment.layout.images:
            if image.pixels and image.ppi < wanted - 0.5:
                needed = [ceil(side * wanted / image.ppi) for side in image.pixels]
                yield unit.told(
                    rule,
                    image,
                    ppi=round(image.ppi),
                    wanted=round(wanted),
                    pixels=f"{image.pixels[0]} × {image.pixels[1]}",
                    needed=f"{needed[0]} × {needed[1]}",
                )
