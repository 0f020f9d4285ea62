"""A look: how a publication is dressed; values read from its folder in `styles/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from brochure.diagnostics import Span

MEASURES = (
    "--width",  # of the trimmed page or the open sheet
    "--height",
    "--panel-width",  # of its largest panel
    "--panel-height",
    "--bleed",  # at the edge where it is largest
    "--type",  # size of the type that is read
    "--legible",  # the least x-height that can be read from where it is to be read
)
"""What the format gives to stylesheets, as custom properties."""
PANEL_MEASURES = ("--over",)
"""What each panel gives besides: the `inset` of a plane that reaches into the bleed."""


@dataclass(frozen=True)
class Colour:
    """One entry of the colour book: its sRGB for screens, its inks for print (percent, CMYK).

    Of a tint, inks and spot are those of the full tone.
    """

    name: str
    srgb: str
    cmyk: tuple[int, int, int, int]
    spot: str | None = None
    """The name of its own ink, for which `cmyk` stands in proofs; or of a plate."""
    overprint: bool = False
    """Whether a plate (varnish, cutting) is printed over all that is there."""
    tint: int = 100
    """In percent."""

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Its red, green and blue."""
        red, green, blue = bytes.fromhex(self.srgb[1:])
        return red, green, blue


@dataclass(frozen=True)
class Stylesheet:
    """A CSS file of the project."""

    file: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Look:
    """Stylesheets in their order, colours, templates that override or add to the common ones."""

    name: str
    families: tuple[str, ...]
    colours: tuple[Colour, ...]
    stylesheets: tuple[Stylesheet, ...]
    templates: Mapping[str, tuple[str, str]] = field(repr=False)
    """Template name → (file in the project, text)."""
    families_at: Span | None = field(default=None, repr=False)
    """Where its families are named."""


@dataclass(frozen=True)
class DrawnCharacters:
    """The characters that a file draws with each family, and the look that it is to have."""

    characters: Mapping[str, frozenset[str]]
    look: Look
