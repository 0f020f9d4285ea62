"""What a publication lets pass for a while, in whose name and why."""

from dataclasses import dataclass

from brochure.document.blocks import STRICT
from brochure.document.text import Prose


@dataclass(frozen=True, kw_only=True)
class Waiver:
    """One check whose findings stop nothing until a day; it is listed each time."""

    __pydantic_config__ = STRICT
    check: str
    """Its id, as `brochure explain` lists it."""
    reason: Prose
    by: Prose
    """Who answers for it."""
    until: str
    """The last day it holds, YYYY-MM-DD."""
