"""Standards that a PDF can conform to; each answers what it asks of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from brochure.catalog.load import entry

SRGB = "sRGB2014.icc"


@dataclass(frozen=True)
class Property:
    """A property of the file's metadata by which it claims a standard."""

    name: str
    value: str
    type: str
    about: str


@dataclass(frozen=True)
class Identification:
    """The XMP schema of a standard; PDF/A wants one that it does not know described."""

    prefix: str
    namespace: str
    schema: str
    properties: tuple[Property, ...]
    predefined: bool = False


@dataclass(frozen=True)
class Standard:
    """One standard.

    `flavour` is veraPDF's name for it, `name` what may be claimed once veraPDF has confirmed it.
    """

    name: str
    pdf_version: str
    flavour: str | None = None
    """None where veraPDF does not know it: then nothing confirms it but our own checks."""
    identification: tuple[Identification, ...] = ()
    declaration: str | None = None
    """Address by which a file declares it (PDF Declarations)."""
    output_intent: str | None = None
    """Of which subtype the profile is named by which colours say what they mean."""
    extension_schemas: bool = False
    """Whether schemas that are not its own must be described in the metadata."""
    info_dictionary: bool = True
    """Whether the old document information may be there."""
    xmp: Mapping[str, str] = field(default_factory=dict)
    """What else the metadata must say, by name with prefix."""
    info: Mapping[str, str] = field(default_factory=dict)
    """What else the document information must say, names as PDF."""

    @classmethod
    def named(cls, name: str) -> "Standard":
        """The standard of that name; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("standards", name))
        found = tuple(map(_identification, data.pop("identification", ())))
        return cls(identification=found, **data)


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB."""
    return files("brochure.catalog").joinpath("data", "icc", SRGB).read_bytes()


def _identification(data: Mapping[str, Any]) -> Identification:
    properties = tuple(Property(**item) for item in data["properties"])
    return Identification(**{**data, "properties": properties})
