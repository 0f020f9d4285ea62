"""The PDF that is imposed: its pages as they are to be placed, or what is wrong with it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Name, Object, Page, Pdf

from brochure.diagnostics import Diagnostic, Problems, Severity
from brochure.document.boxes import MM, Box

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # we tell it in our own words
USUAL_BLEED = 3 * MM
"""What is taken for bleed around a TrimBox where no BleedBox says it; beyond may be marks."""


@dataclass(frozen=True)
class SourcePage:
    """A page in its own coordinates; each is `unit` points, and it is shown turned by `angle`."""

    trim: Box
    bleed: Box
    angle: int = 0
    """Clockwise: 0, 90, 180, 270 (`Rotate`)."""
    unit: float = 1

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of what is trimmed, as it is shown, in points."""
        size = self.trim.width * self.unit, self.trim.height * self.unit
        return size[::-1] if self.angle % 180 else size

    @property
    def widest_bleed(self) -> float:
        """The bleed of the edge that has most."""
        trim, bleed = self.trim, self.bleed
        lower = max(trim.left - bleed.left, trim.bottom - bleed.bottom)
        return max(lower, bleed.right - trim.right, bleed.top - trim.top) * self.unit


@dataclass(frozen=True)
class Source:
    """A PDF that was opened, its pages, and what is to be told of them."""

    pdf: Pdf = field(repr=False)
    pages: tuple[SourcePage, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def opened(data: bytes, file: str) -> Source:
    """Read a PDF; `Problems` for one that is damaged, encrypted or empty."""
    with damage_told(file):
        pdf = pikepdf.open(BytesIO(data))
        pages = tuple(map(_page, pdf.pages))
    if pdf.is_encrypted:
        raise Problems([Diagnostic.of("sheet/encrypted", None, file=file)])
    if not pages:
        raise Problems([Diagnostic.of("sheet/no-pages", None, file=file)])
    return Source(pdf, pages, tuple(_remarks(pdf, file)))


@contextmanager
def damage_told(file: str) -> Iterator[None]:
    """Turn what can't be read of a PDF into a finding; values of a wrong type are damage, too."""
    try:
        yield
    except pikepdf.PasswordError as error:
        raise Problems([Diagnostic.of("sheet/encrypted", None, file=file)]) from error
    except (pikepdf.PikepdfError, TypeError, ValueError) as error:
        raise Problems([_damaged(file, error, Severity.ERROR)]) from error


def _remarks(pdf: Pdf, file: str) -> Iterator[Diagnostic]:
    if warnings := pdf.get_warnings():
        yield _damaged(file, warnings[0], Severity.WARNING)
    untrimmed = [number for number, page in enumerate(pdf.pages, 1) if Name.TrimBox not in page]
    if untrimmed:
        box = "CropBox" if Name.CropBox in pdf.pages[untrimmed[0] - 1] else "MediaBox"
        note, count = Severity.NOTE, len(untrimmed)
        yield Diagnostic.of("sheet/no-trim-box", None, note, file=file, count=count, box=box)
    lost = [number for number, page in enumerate(pdf.pages, 1) if _shows_annotations(page)]
    if lost:
        pages = ", ".join(map(str, lost))
        yield Diagnostic.of("sheet/annotations", None, Severity.WARNING, file=file, pages=pages)


def _damaged(file: str, reason: object, severity: Severity) -> Diagnostic:
    variant = "repaired" if severity is Severity.WARNING else ""
    text = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
    return Diagnostic.of("sheet/damaged", None, severity, variant, file=file, reason=text)


def _page(page: Page) -> SourcePage:
    media, crop, trim = _box(page.mediabox), _box(page.cropbox), _box(page.trimbox)
    crop = crop.clipped(media)
    trim = trim.clipped(media)
    if trim.width <= 0 or trim.height <= 0:
        raise ValueError("a page has no size")
    bleed = _bleed(page, trim, crop)
    angle = _rotate(page) % 360
    if angle % 90:
        raise ValueError(f"a page is turned by {angle} degrees")
    return SourcePage(trim, bleed, angle, float(page.get(Name.UserUnit, 1)))


def _rotate(page: Page) -> int:
    """How a page is turned, itself or by what it hangs from (ISO 32000-1, 7.7.3.4)."""
    node: Object = page.obj
    while Name.Rotate not in node and Name.Parent in node:
        node = node[Name.Parent]
    return int(node.get(Name.Rotate, 0))


def _bleed(page: Page, trim: Box, crop: Box) -> Box:
    media = _box(page.mediabox)
    if Name.BleedBox in page:
        return Box.around([trim, _box(page.bleedbox).clipped(media)])
    around = Box.around([trim, crop])
    return around.clipped(trim.grown(USUAL_BLEED))


def _box(values: Object) -> Box:
    """A rectangle of PDF, whose corners may stand in any order (ISO 32000-1, 7.9.5)."""
    if not isinstance(values, Array):
        raise TypeError("a box of a page is no rectangle")
    x0, y0, x1, y1 = map(float, values.as_list())
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _shows_annotations(page: Page) -> bool:
    """Whether it has annotations that would be printed; links show nothing."""
    return any(
        annotation.get(Name.Subtype) not in (Name.Link, Name.Popup) and Name.AP in annotation
        for annotation in page.get(Name.Annots, ())
    )
