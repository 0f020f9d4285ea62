"""Profiles: what an output is for and what it must conform to."""

from dataclasses import dataclass

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Profile:
    """One profile of output.

    `variant` is the PDF variant that is written, `flavour` is veraPDF's name for the standard,
    `standard` is the name that may be claimed once veraPDF has confirmed it.
    """

    name: str
    extension: str
    variant: str
    standard: str
    flavour: str
    bleed: bool
    media: str
    title: dict[str, str]

    @classmethod
    def named(cls, name: str) -> "Profile":
        """The profile of that name; `KeyError` when the catalogue has none."""
        return cls(name=name, **entry("profiles", name))
