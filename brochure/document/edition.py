"""What is asked for and what comes out: orders, editions, artifacts."""

from dataclasses import dataclass, field

from brochure.diagnostics import Diagnostic
from brochure.document.checked import Checked


@dataclass(frozen=True)
class Order:
    """What a person asks for; an empty tuple means all there is."""

    publications: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    """Keys of records, or patterns such as `a*`."""
    numbered: tuple[int, int] | None = None
    """The first and the last record of those that are selected, counted from 1."""
    skip_bad_records: bool = False
    """Whether the others are made when a record is wrong."""

    @property
    def is_for_records(self) -> bool:
        """Whether only some records are asked for."""
        return bool(self.records) or self.numbered is not None


class UnknownName(LookupError):  # noqa: N818 - it names what is unknown
    """A person asked for a publication, language, format or profile that is not there."""

    def __init__(self, kind: str, name: str, known_names: tuple[str, ...]) -> None:
        super().__init__(f"{kind} {name}")
        self.kind, self.name, self.known = kind, name, known_names


@dataclass(frozen=True, slots=True)
class Edition:
    """Publication × language × format (× record), with the profiles it is made for."""

    publication: str
    language: str
    format: str
    profiles: tuple[str, ...]
    record: str | None = None
    """The key of its record, where the publication has records."""
    name: str | None = None
    """What its files are called instead of the format."""

    @property
    def folder(self) -> str:
        """Folder of its files below the output folder."""
        return f"{self.publication}/{self.language}"

    def file_name(self, profile: str, extension: str, number: int | None = None) -> str:
        """Name of one of its files: `a5-brochure.web.pdf`, `a2-poster-3.web.pdf`.

        Of a record: what the pattern of the publication says.

        A profile that is called like its extension is not said twice: `a5-brochure.html`.
        """
        name = self.name or self.format
        numbered = name if number is None else f"{name}-{number}"
        purpose = "" if profile == extension else f".{profile}"
        return f"{numbered}{purpose}.{extension}"


@dataclass(frozen=True)
class Input:
    """A file that an artifact was made from, relative to the project."""

    file: str
    sha256: str


@dataclass(frozen=True)
class Pdf:
    """A finished PDF; sizes in points (1/72 inch)."""

    data: bytes = field(repr=False)
    page_sizes: tuple[tuple[float, float], ...]
    page_keys: tuple[str, ...] = field(default=(), repr=False)
    """For each page, a hash of all that is painted on it."""


@dataclass(frozen=True)
class WrittenText:
    """A finished PDF called `name`, and the texts that must be in it, in order."""

    pdf: Pdf
    texts: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Artifact:
    """One finished file of an edition in one profile."""

    name: str
    """File name without folder: `a5-brochure.web.pdf`."""
    edition: Edition
    profile: str
    data: bytes = field(repr=False)
    pages: int
    """0 for a page of HTML, which has none."""
    title: str
    language: str
    standards: tuple[str, ...] = ()
    """Standards that a validator confirmed for exactly these bytes, such as `PDF/UA-1`."""
    inputs: tuple[Input, ...] = field(default=(), repr=False)
    pictured: bool = True
    """Whether a picture of every page is to lie beside it."""
    page_sizes: tuple[tuple[float, float], ...] = field(default=(), repr=False)
    page_keys: tuple[str, ...] = field(default=(), repr=False)
    """For each page, a hash of all that is painted on it."""
    size: int = 0
    """Bytes of the file, also where `data` was left behind because nothing has changed."""

    @property
    def path(self) -> str:
        """Where it lies below the output folder."""
        return f"{self.edition.folder}/{self.name}"


@dataclass(frozen=True)
class Made:
    """What became of one edition: its artifacts, or the findings that stopped it."""

    edition: Edition
    artifacts: tuple[Artifact, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    """Everything that lies there for it, below the output folder."""
    unchanged: bool = False
    """Whether all of it was there already, as it would be made now."""
    checked: tuple[Checked, ...] = ()
    """How checks ended for its text, its pages and its files."""
    listed: tuple[str, ...] = ()
    """What a manifest is to say of its files, as JSON, where many editions share one."""
