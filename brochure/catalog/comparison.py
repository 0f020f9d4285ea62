"""What a comparison looks at, and what it takes for the same."""

from dataclasses import dataclass
from functools import cache

from brochure.catalog.load import entry


@dataclass(frozen=True)
class PictureLimits:
    """When two pictures of a page differ to the eye."""

    long_edge: int
    faint: int
    least: int
    apart: float
    marks: int


@dataclass(frozen=True)
class CompareLimits:
    """The values of `data/compare/limits.toml`, which says what each means."""

    bytes: int
    files: int
    words: int
    elements: int
    pictures: int
    shown: int
    together: float
    alike: int
    context: int
    picture: PictureLimits
    properties: frozenset[str]
    attributes: frozenset[str]


@cache
def compare_limits() -> CompareLimits:
    """The limits of comparisons."""
    values = dict(entry("compare", "limits"))
    ignored = values.pop("ignored")
    return CompareLimits(
        picture=PictureLimits(**values.pop("picture")),
        properties=frozenset(ignored["properties"]),
        attributes=frozenset(ignored["attributes"]),
        **values,
    )
