"""What a font in a PDF says of itself, and what its program says (ISO 32000-1, 9.6 to 9.10)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CollectionFacts:
    """Registry, ordering and supplement of a character collection."""

    registry: str | None
    ordering: str | None
    supplement: int | None


@dataclass(frozen=True)
class CMapFacts:
    """The encoding of a composite font."""

    name: str
    embedded: bool
    collection: CollectionFacts | None = None
    mode_of_dictionary: int = 0
    mode_of_program: int | None = None
    """WMode, in the stream's dictionary and in the stream; none where it can't be read."""
    uses: str = ""
    """The CMap it leans on."""


@dataclass(frozen=True)
class WrongWidth:
    """A glyph whose width in the file, in thousandths of an em, is not that of its program."""

    code: int
    said: float
    drawn: float


@dataclass(frozen=True)
class FontFacts:
    """A font that pages show; codes are those that are shown."""

    name: str
    subtype: str
    page: int
    """The first page that shows it; 0 where only annotations do."""
    embedded: bool
    visible: bool = True
    """Whether any of its text is painted."""
    descendant: str = ""
    """The subtype of the font within a composite one."""
    readable: bool = True
    """Whether its program could be looked into."""
    without_unicode: tuple[int, ...] = ()
    wrong_unicode: tuple[int, ...] = ()
    """Codes that lead to U+0000, U+FEFF or U+FFFE."""
    not_defined: tuple[int, ...] = ()
    """Codes that show the glyph `.notdef`."""
    missing: tuple[int, ...] = ()
    """Codes whose glyph the program lacks."""
    wrong_widths: tuple[WrongWidth, ...] = ()
    cmap: CMapFacts | None = None
    collection: CollectionFacts | None = None
    gid_map: str = ""
    """CIDToGIDMap: empty, `stream`, or a name."""
    symbolic: bool = False
    encoding: str = ""
    has_encoding: bool = False
    unknown_differences: tuple[str, ...] = ()
    """Names of Differences that the Adobe Glyph List lacks."""
    has_differences: bool = False
    tables: tuple[tuple[int, int], ...] | None = None
    """Platform and encoding of the subtables of a TrueType program's cmap."""
    set_is_whole: bool | None = None
    """Whether CharSet or CIDSet names the glyphs of the program; none where there is none."""

    @property
    def is_subset(self) -> bool:
        """Whether its name says so."""
        return len(self.name) > 6 and self.name[6] == "+" and self.name[:6].isupper()
