"""What a publication says of its print files: press and paper, colours, marks."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen, Predicate

from brochure.document.blocks import STRICT
from brochure.document.text import has_text

Mark = Literal["crop", "registration", "colour-bar", "fold", "slug"]


@dataclass(frozen=True, kw_only=True)
class Print:
    """How the print files of a publication are made; what stands here not is as most shops ask."""

    __pydantic_config__ = STRICT
    condition: str = "fogra39"
    """Press and paper, by a name of the catalogue."""
    profile: str | None = None
    """Instead of a condition: an ICC profile of the press, as a file in the project."""
    identifier: Annotated[str, MinLen(1), Predicate(has_text)] | None = None
    """What the print shop calls the condition of that profile: FOGRA51."""
    ink_limit: int | None = None
    """All inks together in one place, in percent, at most."""
    intent: Literal["relative", "perceptual"] | None = None
    """How colours that the inks cannot reach are brought to some that they can."""
    colour: Literal["inks", "late-images"] = "inks"
    """Everything in inks, or pictures in RGB with their profile, for the print shop to separate."""
    marks: tuple[Mark, ...] = ()
    """What is drawn beside the page; most print shops want none."""
