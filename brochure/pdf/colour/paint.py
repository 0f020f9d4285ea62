"""What a colour becomes: process inks, a tint of a spot colour, or the light of a mask."""

from dataclasses import dataclass

from brochure.pdf.syntax import number

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black from 0 to 1."""
NO_INK: Inks = (0.0, 0.0, 0.0, 0.0)
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
STEP = 4
"""Decimals of an ink; a plate has 8 bits."""


@dataclass(frozen=True)
class Spot:
    """An ink of its own, or a plate for varnish or a cutting die."""

    name: str
    inks: Inks
    """What stands for its full tone where there is no such ink (the alternate)."""
    overprints: bool = False
    """Whether what lies under it is printed as well."""

    @property
    def resource(self) -> str:
        """By what name content calls for its colour space, the same on every page."""
        return "spot." + "".join(
            sign if sign.isascii() and sign.isalnum() else f".{ord(sign):x}." for sign in self.name
        )

    @property
    def space(self) -> bytes:
        """Its colour space (ISO 32000-1, 8.6.6.4): tints go evenly from paper to the full tone."""
        full = b" ".join(number(round(ink, STEP)) for ink in self.inks)
        tint = b"<</FunctionType 2/Domain [0 1]/C0 [0 0 0 0]/C1 [%b]/N 1>>" % full
        return b"[/Separation /%b /DeviceCMYK %b]" % (_escaped(self.name), tint)


@dataclass(frozen=True)
class Paint:
    """A colour as it is painted: four inks, one tint, or one grey of a mask."""

    values: tuple[float, ...]
    spot: Spot | None = None
    name: str = ""
    """Its name in the colour book."""

    @property
    def inks(self) -> Inks:
        """Its process inks; of a spot colour, what stands for it."""
        if self.spot:
            tint = self.values[0]
            cyan, magenta, yellow, black = (tint * ink for ink in self.spot.inks)
        else:
            cyan, magenta, yellow, black = self.values
        return (cyan, magenta, yellow, black)

    @property
    def is_black(self) -> bool:
        """Whether it is the full tone of black, and nothing else."""
        return self.values == BLACK

    @property
    def space(self) -> bytes:
        """Its colour space, as a shading names it."""
        if self.spot:
            return self.spot.space
        return b"/DeviceCMYK" if len(self.values) == len(NO_INK) else b"/DeviceGray"

    def operators(self, *, stroke: bool) -> bytes:
        """What sets it in a content stream (ISO 32000-1, table 74)."""
        values = b" ".join(number(round(value, STEP)) for value in self.values)
        if self.spot:
            how = b"/%b CS %b SCN" if stroke else b"/%b cs %b scn"
            return how % (self.spot.resource.encode(), values)
        process = len(self.values) == len(NO_INK)
        operator = (b"K" if stroke else b"k") if process else (b"G" if stroke else b"g")
        return values + b" " + operator


def _escaped(name: str) -> bytes:
    """A name as ISO 32000-1, 7.3.5 writes it, in UTF-8."""
    return b"".join(
        bytes([byte]) if chr(byte).isalnum() and byte < 128 else b"#%02X" % byte
        for byte in name.encode()
    )
