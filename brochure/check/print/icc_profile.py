"""print/icc-profile: each profile is sound, and of as many channels as its colours have.

Rationale: a wrong profile gives wrong colours without a word (X17). CMYK that carries the very
profile of the press is turned into itself, and its overprint is lost on the way (X18).
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import ColourSpace
from brochure.document.painted import Painted
from brochure.document.pdf_file import PdfFile

CHANNELS = {"CMYK": 4, "RGB": 3, "GRAY": 1, "Lab": 3}


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each profile that is damaged, does not fit, or is that of the press."""
    press = file.intent.profile.profile if file.intent and file.intent.profile else ""
    for page in file.pages:
        hits = (found for item in page.objects for found in _hits(item, press))
        yield from rule.on_each(page, hits)


def _hits(item: Painted, press: str) -> Iterator[Hit]:
    for colour in item.colours:
        for space in colour.space.all():
            if space.family == "ICCBased" and (variant := _wrong(space, press)) is not None:
                yield hit(variant, item.box, space=space.shown, components=space.components)


def _wrong(space: ColourSpace, press: str) -> str | None:
    if not space.profile_space:
        return "damaged"
    if CHANNELS[space.profile_space] != space.components:
        return ""
    return "press" if space.profile_space == "CMYK" and space.profile == press else None
