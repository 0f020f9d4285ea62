"""Print conditions: press and paper, what the inks look like there, how much of them it bears."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, Literal

from brochure.catalog.load import entry

Intent = Literal["relative", "perceptual"]
"""How colours that the inks cannot reach are brought to some that they can."""


@dataclass(frozen=True)
class Condition:
    """A print condition: of the catalogue, or what a person says of a profile of their own."""

    name: str
    identifier: str
    """Its name among those who print: `OutputConditionIdentifier` of a print file."""
    registry: str
    """Address of the registry that the identifier is of; empty for one of no registry."""
    info: str
    icc: bytes = field(repr=False)
    """The ICC profile of the press, as it is embedded."""
    ink_limit: int
    """All inks together in one place, in percent, at most."""
    intent: Intent = "relative"
    file: str = ""
    """The file of its profile in the project, where it is a person's own."""

    @classmethod
    def named(cls, name: str) -> "Condition":
        """The condition of that name; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("conditions", name))
        del data["title"]
        icc = files("brochure.catalog").joinpath("data", "icc", data.pop("profile")).read_bytes()
        return cls(name=name, icc=icc, **data)

    @classmethod
    def of_profile(cls, file: str, icc: bytes, identifier: str, ink_limit: int) -> "Condition":
        """The condition that a person's own profile describes, by what they call it."""
        name, info = PurePosixPath(file).stem, profile_description(icc)
        registry = entry("registries", "icc")
        registered = any(re.fullmatch(form, identifier) for form in registry["names"])
        address = registry["address"] if registered else ""
        return cls(name, identifier, address, info, icc, ink_limit, file=file)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of its profile, by which what was converted through it is kept."""
        return sha256(self.icc).hexdigest()


def profile_description(icc: bytes) -> str:
    """What an ICC profile is called by those who made it."""
    from PIL import ImageCms

    return ImageCms.getProfileDescription(ImageCms.getOpenProfile(BytesIO(icc))).strip()
