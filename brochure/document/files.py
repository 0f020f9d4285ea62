"""Files of a project that are judged by themselves: pictures, and profiles of presses."""

from dataclasses import dataclass, field

from brochure.diagnostics import Span


@dataclass(frozen=True)
class PictureFile:
    """A picture, with the line that names it and the families in which its words may be set."""

    name: str
    data: bytes | None = field(repr=False)
    """Nothing where it lies outside of the project."""
    span: Span | None = None
    families: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True)
class PressProfile:
    """An ICC profile that a print file is to embed, with the line that names it."""

    file: str
    data: bytes = field(repr=False)
    span: Span | None = None
