"""Pictures of pages → a PDF to look at, which nobody can take for the print file.

Each page lies on grey, as on a desk; above it a red band says that it is not for print, below it
stands which file it shows. Nothing is written on the page itself. Lettering is Helvetica, which
every viewer has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from brochure.catalog import Side

MM = 72 / 25.4
USUAL = 148.0
"""Millimetres of the shorter edge for which margins and lettering are made; they grow with it."""
EDGE, BAND, BELOW, FOLD = 10.0, 9.0, 17.0, 4.0
GREY, SHADE, RED = "0.92 0.925 0.93 rg", "0.8 0.81 0.82 rg", "0.72 0.11 0.14 rg"
WHITE, WORDS, CREASE = "1 g", "0.25 g", "0.72 0.11 0.14 RG"
CAPITALS, LETTERS = 0.68, 0.52
"""Width of Helvetica's signs by its size, on an average; what is measured so has room to spare."""
DIGIT, SPACE = 0.556, 0.278
"""Width of a digit, of a space and of a slash, exactly."""
WARNING = "ANSICHT – NICHT DRUCKEN"
WARNING_TOO = "View – not for print"


@dataclass(frozen=True)
class Shown:
    """A page as a picture, its size in mm, and what stands below it."""

    picture: bytes = field(repr=False)
    pixels: tuple[int, int]
    width: float
    height: float
    file: str
    facts: str
    side: Side | None = None
    """With the folds that are marked beside the page."""


def view(pages: Sequence[Shown], title: str, language: str) -> bytes:
    """The PDF; the same pages give the same bytes."""
    import pikepdf

    pdf = pikepdf.new()
    for number, shown in enumerate(pages, 1):
        _add_page(pdf, shown, f"{number} / {len(pages)}")
    pdf.Root.Lang = language
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = title
    file = BytesIO()
    pdf.save(file, min_version="1.6", deterministic_id=True)
    return file.getvalue()


def _add_page(pdf: Any, shown: Shown, number: str) -> None:
    from pikepdf import Dictionary, Name, Stream

    scale = _scale(shown)
    size = (shown.width + 2 * EDGE * scale, shown.height + (EDGE + BAND + BELOW) * scale)
    page = pdf.add_blank_page(page_size=(size[0] * MM, size[1] * MM))
    lines = "\n".join(_operators(shown, number, size, scale))
    page.Contents = pdf.make_stream(lines.encode("cp1252", "replace"))
    picture = Stream(
        pdf,
        shown.picture,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=shown.pixels[0],
        Height=shown.pixels[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    fonts = Dictionary(F=_font("Helvetica"), B=_font("Helvetica-Bold"))
    page.Resources = Dictionary(Font=fonts, XObject=Dictionary(P=picture))


def _scale(shown: Shown) -> float:
    return max(0.75, min(shown.width, shown.height) / USUAL)


def _font(name: str) -> Any:
    from pikepdf import Dictionary, Name

    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name(f"/{name}"),
        Encoding=Name.WinAnsiEncoding,
    )


def _operators(shown: Shown, number: str, size: tuple[float, float], scale: float) -> Iterator[str]:
    """The operators of one page; within them 1 is a millimetre."""
    width, height = size
    left, bottom, band = EDGE * scale, BELOW * scale, BAND * scale
    sheet = (shown.width, shown.height)
    yield f"q {_n(MM)} 0 0 {_n(MM)} 0 0 cm"
    yield f"{GREY} {_rectangle(0, 0, width, height)} f"
    yield from _band(number, width, height - band, scale)
    yield f"{SHADE} {_rectangle(left + 0.6 * scale, bottom - 0.6 * scale, *sheet)} f"
    yield f"{WHITE} {_rectangle(left, bottom, *sheet)} f"
    yield f"q {_n(shown.width)} 0 0 {_n(shown.height)} {_n(left)} {_n(bottom)} cm /P Do Q"
    yield from _folds(shown, left, bottom, scale)
    room = shown.width
    small = _fitting(shown.file, room, 3.2 * scale)
    yield f"{WORDS} {_text(shown.file, left, bottom - 8 * scale, small, 'B')}"
    small = _fitting(shown.facts, room, 2.8 * scale)
    yield f"{_text(shown.facts, left, bottom - 12.5 * scale, small)} Q"


def _band(number: str, width: float, below: float, scale: float) -> Iterator[str]:
    edge, line = EDGE * scale, below + 3.2 * scale
    yield f"{RED} {_rectangle(0, below, width, BAND * scale)} f"
    size = min(3.6 * scale, (width - 2 * edge) / 42)
    yield f"{WHITE} {_text(WARNING, edge, line, size, 'B')}"
    across = edge + len(WARNING) * size * CAPITALS + size
    yield _text(WARNING_TOO, across, line, size)
    counted = sum(DIGIT if sign.isdigit() else SPACE for sign in number) * size
    yield _text(number, width - edge - counted, line, size)


def _folds(shown: Shown, left: float, bottom: float, scale: float) -> Iterator[str]:
    """Beside the page, where a fold meets its edge."""
    creases = shown.side.creases if shown.side else ()
    yield f"{CREASE} {_n(0.25 * scale)} w [{_n(1.2 * scale)} {_n(0.8 * scale)}] 0 d"
    near, far = 1.2 * scale, FOLD * scale
    ends = {point for crease in creases for point in (crease.start, crease.end)}
    for x, y in sorted(ends):
        outwards_x = (x >= shown.width) - (x <= 0)
        outwards_y = (y <= 0) - (y >= shown.height)
        if outwards_x or outwards_y:
            at_x, at_y = left + x, bottom + shown.height - y
            start = f"{_n(at_x + outwards_x * near)} {_n(at_y + outwards_y * near)}"
            yield f"{start} m {_n(at_x + outwards_x * far)} {_n(at_y + outwards_y * far)} l S"


def _fitting(words: str, room: float, size: float) -> float:
    return min(size, room / (len(words) * LETTERS))


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re"


def _text(words: str, x: float, y: float, size: float, font: str = "F") -> str:
    shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {_n(size)} Tf {_n(x)} {_n(y)} Td ({shown}) Tj ET"


def _n(value: float) -> str:
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")
