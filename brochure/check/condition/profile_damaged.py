"""condition/profile-damaged: a profile of a press is whole.

Rationale: a print file must embed it (ISO 15930-7); one with a table cut off is found out only by
the print shop.
"""

from collections.abc import Iterator

from brochure.check.condition.icc import class_of, is_profile, is_whole, space_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PressProfile


def findings(profile: PressProfile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a profile that can't be read; through one of another kind nothing is sent."""
    of_press = is_profile(profile) and (space_of(profile), class_of(profile)) == ("CMYK", "prtr")
    if not is_profile(profile) or (of_press and not is_whole(profile.data)):
        yield rule.at(profile.span, file=profile.file)
