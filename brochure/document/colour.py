"""Colours as a PDF writes them: a colour space with its inks, and the tints that are set in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Rgb = tuple[int, int, int]
"""A colour in sRGB."""
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
NO_INK = frozenset({"None", "All", *PROCESS})
"""Colorants that are no spot colours (ISO 32000-1, 8.6.6.4)."""


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """A colour space of ISO 32000-1, 8.6; `family` is its name there.

    `base` is the space beneath: of Indexed the palette's, of Separation and DeviceN the alternate,
    of Pattern that of an uncoloured pattern.
    """

    family: str
    components: int
    colorants: tuple[str, ...] = ()
    base: "ColourSpace | None" = None
    profile: str = ""
    """Hash of the ICC profile."""
    profile_space: str = ""
    """What the profile's header says it is of: `CMYK`, `RGB`, `GRAY`, `Lab`; empty if damaged."""
    tint: str = ""
    """Hash of alternate and tint transform: what the ink looks like where it is not there."""

    def all(self) -> Iterator["ColourSpace"]:
        """This space and those beneath it."""
        yield self
        if self.base:
            yield from self.base.all()

    @property
    def spots(self) -> tuple[str, ...]:
        """The names of its spot colours."""
        if self.base and self.family in ("Indexed", "Pattern"):
            return self.base.spots
        return tuple(name for name in self.colorants if name not in NO_INK)

    @property
    def shown(self) -> str:
        """How it is called to a person: `ICCBased RGB`, `Separation Varnish`."""
        more = self.profile_space or " + ".join(self.colorants)
        return f"{self.family} {more}" if more else self.family


GRAY, RGB, CMYK = (
    ColourSpace("DeviceGray", 1),
    ColourSpace("DeviceRGB", 3),
    ColourSpace("DeviceCMYK", 4),
)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour; `values` are as the file writes them, none for a pattern or a picture."""

    space: ColourSpace
    values: tuple[float, ...] = ()

    @property
    def inks(self) -> Mapping[str, float] | None:
        """How much of each ink it lays down, from 0 to 1; nothing where a profile decides that."""
        if len(self.values) != self.space.components:
            return None
        match self.space.family:
            case "DeviceCMYK":
                return dict(zip(PROCESS, self.values, strict=True))
            case "DeviceGray":
                return {"Black": 1 - self.values[0]}
            case "Separation" | "DeviceN":
                return dict(zip(self.space.colorants, self.values, strict=False))
        return None

    @property
    def inks_laid_down(self) -> int:
        """How many inks take part; 0 also where that is not known."""
        return sum(tint > 0 for tint in (self.inks or {}).values())

    @property
    def is_white(self) -> bool:
        """Whether it is paper: no ink at all, as GWG 2022 defines white."""
        inks = self.inks
        return inks is not None and bool(inks) and not any(tint > 0 for tint in inks.values())

    @property
    def is_black(self) -> bool:
        """Whether it is all of the ink Black and of no other, as GWG 2022 defines black."""
        inks = self.inks or {}
        return inks.get("Black", 0) >= 1 and self.inks_laid_down == 1


BLACK = Colour(GRAY, (0.0,))
"""What is painted with when nothing is set (ISO 32000-1, table 52)."""
