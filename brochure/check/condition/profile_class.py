"""condition/profile-class: a profile of a press is one of a press.

Rationale: a print file must embed a profile of class `prtr` (ISO 15930-7; GWG 2022 R0035); that of
a screen or a scanner says nothing of inks on paper.
"""

from collections.abc import Iterator

from brochure.check.condition.icc import class_of, is_profile, space_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PressProfile


def findings(profile: PressProfile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a profile in the right inks that is of another thing."""
    is_in_inks = is_profile(profile) and space_of(profile) == "CMYK"
    if is_in_inks and (found := class_of(profile)) != "prtr":
        yield rule.at(profile.span, file=profile.file, found=found)
