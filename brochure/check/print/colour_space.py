"""print/colour-space: everything is in the inks of the press, or in what the variant lets be turned
into them later.

Rationale: an RGB colour says nothing of inks; each system turns it into others (X16). How late
that may happen is the variant's: early (all is done), intermediate (pictures may wait), late (GWG
2022 R0027, R0028, R0029).
"""

from collections.abc import Callable, Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import ColourSpace
from brochure.document.painted import Painted
from brochure.document.pdf_file import PdfFile

Allowed = Callable[[ColourSpace, bool, bool], bool]
"""Whether a space may be there: of what, of an image, beneath another space."""
INKS = ("DeviceCMYK", "DeviceGray", "Separation", "DeviceN", "Indexed", "Pattern", "unknown")


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each kind of object and space that must not be there."""
    may = {"early": _early, "intermediate": _intermediate, "late": _late}[rule.limits["binding"]]
    for page in file.pages:
        hits = (found for item in page.objects for found in _hits(item, may))
        yield from rule.on_each(page, hits)


def _hits(item: Painted, may: Allowed) -> Iterator[Hit]:
    for space in dict.fromkeys(colour.space for colour in item.colours):
        for beneath in _parts(space):
            if not may(beneath, item.kind == "image", beneath is not space):
                yield hit(item.kind, item.box, space=beneath.shown)


def _parts(space: ColourSpace) -> Iterator[ColourSpace]:
    """The space and what it leads to; the alternate of a profile is only for who can't read it."""
    yield space
    if space.base and space.family != "ICCBased":
        yield from _parts(space.base)


def _early(space: ColourSpace, image: bool, beneath: bool) -> bool:
    """R0027; Lab may say how a spot colour looks."""
    return space.family in INKS or (space.family == "Lab" and beneath)


def _intermediate(space: ColourSpace, image: bool, beneath: bool) -> bool:
    """R0028: pictures may be in RGB that says which."""
    later = space.family in ("Lab", "CalRGB") or space.profile_space == "RGB"
    return _early(space, image, beneath) or (image and later)


def _late(space: ColourSpace, image: bool, beneath: bool) -> bool:
    """R0029: all but what can't be turned well."""
    if space.family in ("DeviceRGB", "CalGray") or space.profile_space == "GRAY":
        return False
    return image or not (space.family == "CalRGB" or space.profile_space == "CMYK")
