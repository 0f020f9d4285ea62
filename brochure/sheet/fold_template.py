"""A template of a format in its true size: where it is cut and folded, and what stands where.

Each side of the sheet is a page: the bleed tinted, the trimmed sheet white, the safety distance of
each panel, folds as dashes, and on each panel its name, its size and when it is read. It is for
people who design; its lettering is Helvetica, which every viewer has.
"""

from collections.abc import Iterator
from io import BytesIO

from brochure.catalog import Crease, Format, Panel, Side
from brochure.diagnostics.messages import say

MM = 72 / 25.4
MARGIN = 24.0
"""Millimetres around the bleed, for the legend."""
DASHES = {"valley": "[9 5] 0 d", "mountain": "[9 3 1.5 3] 0 d"}
"""Folds as they are drawn for paper folding: mountains with a dot between the dashes."""
CREASE, TRIM, SAFE = "0.85 0 0.35 RG", "0 G", "0 0.55 0.5 RG"
BLEED, PAPER, NUMBER, WORDS = "1 0.87 0.87 rg", "1 g", "0.9 g", "0.1 g"
DIGIT = 0.556
"""Width of a digit of Helvetica, by its size; most small letters are not wider."""


def fold_template(format_: Format, language: str = "de") -> bytes:
    """The template as a PDF, one page a side; the same format gives the same bytes."""
    import pikepdf

    pdf = pikepdf.new()
    bleed, outer = format_.bleed, MARGIN * MM
    width = (format_.width + bleed.left + bleed.right) * MM
    height = (format_.height + bleed.top + bleed.bottom) * MM
    for side in format_.sides or (_unfolded(format_),):
        page = pdf.add_blank_page(page_size=(width + 2 * outer, height + 2 * outer))
        trim = (outer + bleed.left * MM, outer + bleed.bottom * MM)
        page.BleedBox = _box(outer, outer, width, height)
        page.TrimBox = _box(*trim, format_.width * MM, format_.height * MM)
        lines = "\n".join(_side(format_, side, language)).encode("cp1252", "replace")
        page.Contents = pdf.make_stream(lines)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=_font(), B=_font("-Bold")))
    file = BytesIO()
    pdf.save(file, min_version="1.6", deterministic_id=True)
    return file.getvalue()


def _box(x: float, y: float, width: float, height: float) -> list[float]:
    return [round(value, 3) for value in (x, y, x + width, y + height)]


def _font(weight: str = "") -> object:
    from pikepdf import Dictionary, Name

    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name(f"/Helvetica{weight}"),
        Encoding=Name.WinAnsiEncoding,
    )


def _unfolded(format_: Format) -> Side:
    """The only panel of what is not folded."""
    whole = Panel("", format_.title, "", 0, 0, format_.width, format_.height, False, 0)
    return Side("", (whole,), ())


def _side(format_: Format, side: Side, language: str) -> Iterator[str]:
    """The operators of one page; within them 1 is a millimetre and y goes down from the trim."""
    bleed = format_.bleed
    left, top = MARGIN + bleed.left, MARGIN + bleed.bottom + format_.height
    yield f"q {_n(MM)} 0 0 {_n(-MM)} {_n(left * MM)} {_n(top * MM)} cm"
    sheet = (format_.width + bleed.left + bleed.right, format_.height + bleed.top + bleed.bottom)
    yield f"{BLEED} {_rectangle(-bleed.left, -bleed.top, *sheet)} f"
    yield f"{PAPER} {_rectangle(0, 0, format_.width, format_.height)} f"
    for panel in side.panels:
        yield from _panel(panel, format_.safety, language)
    yield f"{CREASE} 0.35 w"
    yield from map(_crease, side.creases)
    yield f"[] 0 d {TRIM} 0.18 w {_rectangle(0, 0, format_.width, format_.height)} S"
    yield from _legend(format_, side, language)
    yield "Q"


def _panel(panel: Panel, safety: float, language: str) -> Iterator[str]:
    """What a panel shows, the way up that it is read."""
    width, height = panel.width, panel.height
    turn = f"-1 0 0 -1 {_n(width)} {_n(height)} cm" if panel.turned else ""
    yield f"q 1 0 0 1 {_n(panel.left)} {_n(panel.top)} cm {turn}"
    inner = (safety, safety, width - 2 * safety, height - 2 * safety)
    yield f"{SAFE} 0.18 w [1.5 1.5] 0 d {_rectangle(*inner)} S"
    size = min(width, height) * 0.9
    if panel.read:
        number = str(panel.read)
        across = (width - len(number) * DIGIT * size) / 2
        yield f"{NUMBER} {_text(number, across, height / 2 + size * 0.36, size, 'B')}"
    small = max(3.5, min(width, height) / 16)
    inset, below = safety + small, safety + 2 * small
    yield f"{WORDS} {_text(panel.title[language], inset, below, small * 1.3, 'B')}"
    yield _text(_size(width, height, language), inset, below + small * 1.4, small)
    yield "Q"


def _crease(crease: Crease) -> str:
    points = " l ".join(f"{_n(x)} {_n(y)}" for x, y in (crease.start, crease.end))
    return f"{DASHES[crease.bend]} {points.replace(' l ', ' m ', 1)} l S"


def _legend(format_: Format, side: Side, language: str) -> Iterator[str]:
    """Under the sheet: what it is, and what each line means."""
    below = format_.height + format_.bleed.bottom + 7
    side_name = say(f"sheet/template-{side.name}", language) if side.name else ""
    size = _size(format_.width, format_.height, language)
    head = " · ".join(filter(None, (format_.title[language], side_name, size)))
    yield f"{WORDS} {_text(head, 0, below, 4, 'B')}"
    bleed, safety = format_.bleed, _n(format_.safety)
    edges = dict.fromkeys(map(_n, (bleed.top, bleed.right, bleed.bottom, bleed.left)))
    samples: list[tuple[str, str]] = [
        (f"{BLEED} {{}} f", say("sheet/template-bleed", language, mm=" / ".join(edges))),
        (f"{SAFE} [1.5 1.5] 0 d {{}} S", say("sheet/template-safety", language, mm=safety)),
    ]
    x = 0.0
    for drawn, words in samples:
        yield f"0.25 w {drawn.format(_rectangle(x, below + 3, 8, 4))} {WORDS}"
        yield _text(words, x + 10, below + 6.2, 3.2)
        x += 16 + len(words) * 3.2 * DIGIT
    x = 0.0
    for bend in dict.fromkeys(crease.bend for crease in side.creases):
        words = say(f"sheet/template-{bend}", language)
        yield f"{CREASE} 0.35 w {_crease(Crease((x, below + 11), (x + 24, below + 11), bend))}"
        yield f"{WORDS} {_text(words, x + 26, below + 12.2, 3.2)}"
        x += 32 + len(words) * 3.2 * DIGIT


def _size(width: float, height: float, language: str) -> str:
    size = f"{_n(width)} × {_n(height)} mm"
    return size.replace(".", ",") if language == "de" else size


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{_n(x)} {_n(y)} {_n(width)} {_n(height)} re"


def _text(words: str, x: float, y: float, size: float, font: str = "F") -> str:
    """Words whose baseline begins there, upright though y goes down."""
    shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {_n(size)} Tf 1 0 0 -1 {_n(x)} {_n(y)} Tm ({shown}) Tj ET"


def _n(value: float) -> str:
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")
