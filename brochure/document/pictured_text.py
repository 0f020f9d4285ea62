"""Words that stand in pictures, and what is read instead of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PictureView:
    """A picture as it lies on its page, without the text over it, as a PNG."""

    page: int
    area: tuple[float, ...]
    """Left, top, width and height in mm on the finished page."""
    png: bytes = field(repr=False)
    told: str = field(default="", repr=False)
    """All that is read of its page: text, alternative texts."""


@dataclass(frozen=True)
class PicturedWord:
    """A word that was read in a picture, and how sure that is, in percent."""

    text: str
    confidence: float


@dataclass(frozen=True)
class ReadPicture:
    """A picture with the words in it."""

    page: int
    area: tuple[float, ...]
    words: tuple[PicturedWord, ...]
    told: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReadPictures:
    """All pictures of a file."""

    name: str
    pictures: tuple[ReadPicture, ...] = ()
    not_read: str = ""
    """Why none was read, as the code of a sentence."""
