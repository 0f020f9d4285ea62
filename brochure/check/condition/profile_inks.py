"""condition/profile-inks: a profile of a press is in its four inks.

Rationale: a print file must embed one in the inks that it is printed with (ISO 15930-7; GWG 2022
R0035).
"""

from collections.abc import Iterator

from brochure.check.condition.icc import is_profile, space_of
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PressProfile


def findings(profile: PressProfile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a profile in other colours."""
    if is_profile(profile) and (space := space_of(profile)) != "CMYK":
        yield rule.at(profile.span, file=profile.file, space=space)
