"""What stands in a PDF file, whoever made it: plain values, of which checks ask questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from brochure.document.boxes import Box
from brochure.document.colour import ColourSpace
from brochure.document.ink import InkCoverage
from brochure.document.marked import Mark
from brochure.document.painted import Painted, TextRun

FaultKind = Literal[
    "unbalanced",
    "unknown-operator",
    "wrong-operands",
    "missing-resource",
    "unreadable",
    "too-large",
    "too-deep",
    "no-media-box",
]


@dataclass(frozen=True)
class OutputIntent:
    """An entry of OutputIntents (ISO 32000-1, 14.11.5); `None` where the key is missing."""

    subtype: str
    identifier: str | None
    condition: str | None
    registry: str | None
    info: str | None
    profile: ColourSpace | None
    """The embedded profile as a space; its `components` are what the file says."""
    profile_class: str = ""
    """Class of the profile by its header: `prtr` is a printer."""


@dataclass(frozen=True)
class Font:
    """A font that text is shown in. `program` says what is embedded (`FontFile2`), else empty."""

    name: str
    subtype: str
    program: str

    @property
    def is_embedded(self) -> bool:
        """Whether its glyphs are in the file; those of Type 3 always are."""
        return bool(self.program) or self.subtype == "Type3"


@dataclass(frozen=True)
class Annotation:
    """An annotation: its kind, and where it lies on the page."""

    subtype: str
    box: Box


@dataclass(frozen=True)
class Group:
    """A transparency group; its space is none where it inherits one."""

    kind: Literal["page", "form", "luminosity", "alpha"]
    space: ColourSpace | None


@dataclass(frozen=True)
class State:
    """Of a graphics state parameter dictionary in use, what print standards restrict."""

    blend_modes: tuple[str, ...] = ()
    transfer: bool = False
    """Whether there is TR, or TR2 other than Default."""
    halftone: str = ""
    """`HTP`, `HalftoneName`, or a type of halftone other than 1 and 5."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page's content; `detail` is a name or an operator."""

    kind: FaultKind
    detail: str = ""


@dataclass(frozen=True)
class PageBoxes:
    """The boxes of a page, where they are set."""

    media: Box
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    art: Box | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the page says what it is cut to."""
        return self.trim is not None or self.art is not None

    @property
    def finished(self) -> Box:
        """What the page is cut to: TrimBox, else ArtBox, CropBox, MediaBox."""
        return self.trim or self.art or self.crop or self.media


@dataclass(frozen=True)
class PdfPage:
    """One page and all that it paints."""

    number: int
    boxes: PageBoxes
    rotate: int = 0
    user_unit: float = 1.0
    objects: tuple[Painted, ...] = field(default=(), repr=False)
    spoken: tuple[TextRun, ...] = field(default=(), repr=False)
    """All text in its order, also what is clipped away."""
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    """Its marked content, in the order of the beginnings."""
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[Group, ...] = ()
    states: frozenset[State] = frozenset()
    fonts: tuple[Font, ...] = ()
    faults: tuple[Fault, ...] = ()
    actions: tuple[str, ...] = ()
    complete: bool = True
    """Whether all of it was looked at; a limit stops it otherwise."""

    @cached_property
    def printed(self) -> tuple[Painted, ...]:
        """What ends as ink within the finished page."""
        finished = self.boxes.finished
        shown = (item for item in self.objects if item.origin == "page")
        return tuple(item for item in shown if item.box.touches(finished))

    @cached_property
    def texts(self) -> tuple[TextRun, ...]:
        """The text of it."""
        return tuple(item for item in self.printed if isinstance(item, TextRun))


@dataclass(frozen=True)
class PdfFile:
    """One file."""

    name: str
    version: str
    encrypted: bool = False
    ids: int = 0
    """How many strings of ID there are; 2 are asked for."""
    info: Mapping[str, str] = field(default_factory=dict)
    xmp: Mapping[str, str] | None = None
    """Properties of the document's XMP by `{namespace}name`; none where it can't be read."""
    xmp_filtered: bool = False
    intents: tuple[OutputIntent, ...] = ()
    actions: tuple[str, ...] = ()
    """Kinds of actions: `JavaScript`, `OpenAction`, `AA`, …"""
    attachments: int = 0
    layers: tuple[tuple[str, bool], ...] = ()
    """Each layer, and whether it is on."""
    odd_objects: tuple[str, ...] = ()
    """Old or outside things: `PostScript`, `OPI`, `Ref`, `Alternates`."""
    filters: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()
    """What qpdf had to repair to read it."""
    pages: tuple[PdfPage, ...] = field(default=(), repr=False)
    ink: tuple[InkCoverage, ...] = ()
    """The ink of each page, where its plates were made."""
    not_separated: str = "print/skipped/not-asked-for"
    """Why there are no plates, as the code of a sentence; empty where there are."""

    @property
    def intent(self) -> OutputIntent | None:
        """The first output intent for print."""
        return next((item for item in self.intents if item.subtype == "GTS_PDFX"), None)
