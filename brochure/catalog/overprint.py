"""What black prints over instead of knocking it out."""

from dataclasses import dataclass

from brochure.catalog.load import entry


@dataclass(frozen=True)
class BlackOverprint:
    """Below which size text, and below which width lines in full black overprint, in pt."""

    text: float
    line: float

    @classmethod
    def known(cls) -> "BlackOverprint":
        """The sizes of the catalogue."""
        return cls(**entry("overprint", "black"))
