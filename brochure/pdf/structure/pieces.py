"""What each piece of marked content of a page holds: its text, its box, how it looks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brochure.document.boxes import Box
from brochure.document.painted import Image, Painted, TextRun
from brochure.document.pdf_file import PdfPage

BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
GAP = 0.3
"""Of an em, from where on a gap in a line is a space."""
LINE = 0.5
"""Of an em, by which the next line lies lower."""
JOINS = (" ", "\n", "\t", "\u00a0", "\u00ad", "-", "\u2010", "\u200b")
"""Behind which a line goes on without a space."""

Key = tuple[int, str, int]


@dataclass(frozen=True)
class Piece:
    """One piece; `first` and `last` are its outer text runs, by which pieces are joined."""

    text: str
    box: Box | None
    size: float = 0.0
    bold: bool = False
    lang: str | None = None
    has_pictures: bool = False
    first: TextRun | None = None
    last: TextRun | None = None
    run: int = -1


def pieces_of(pages: Iterable[PdfPage]) -> dict[Key, Piece]:
    """Every piece of every page; of one that stands there twice, the first."""
    found: dict[Key, Piece] = {}
    for page in pages:
        begins: dict[tuple[str, int], int] = {}
        for mark in page.marks:
            if mark.mcid is not None and mark.piece == mark.serial:
                begins.setdefault((mark.stream, mark.mcid), mark.serial)
        runs, boxes, shown = _by_piece(page)
        for (stream, mcid), serial in begins.items():
            found[page.number, stream, mcid] = _piece(
                runs.get(serial, []), boxes.get(serial, []), serial in shown
            )
    return found


def _by_piece(
    page: PdfPage,
) -> tuple[dict[int, list[tuple[int, TextRun]]], dict[int, list[Box]], set[int]]:
    runs: dict[int, list[tuple[int, TextRun]]] = defaultdict(list)
    boxes: dict[int, list[Box]] = defaultdict(list)
    pictures: set[int] = set()
    for at, run in enumerate(page.spoken):
        if _is_content(run):
            runs[run.graphics.mark.piece].append((at, run))
    for item in page.objects:
        if _is_content(item):
            boxes[item.graphics.mark.piece].append(item.box)
            if isinstance(item, Image):
                pictures.add(item.graphics.mark.piece)
    return runs, boxes, pictures


def _is_content(item: Painted) -> bool:
    mark = item.graphics.mark
    return item.origin == "page" and mark.mcid is not None and not mark.artifact


def _piece(numbered: Sequence[tuple[int, TextRun]], boxes: list[Box], pictures: bool) -> Piece:
    box = Box.around(boxes) if boxes else None
    if not numbered:
        return Piece("", box, has_pictures=pictures)
    runs = [run for _, run in numbered]
    sizes: Counter[tuple[float, bool]] = Counter()
    for run in runs:
        sizes[run.size, bool(BOLD.search(run.font))] += len(run.text)
    size, bold = sizes.most_common(1)[0][0]
    lang = runs[0].graphics.mark.lang
    return Piece(read(runs), box, size, bold, lang, pictures, runs[0], runs[-1], run=numbered[0][0])


def read(runs: Sequence[TextRun]) -> str:
    """The text of runs, as it is read: replaced where the file says so, lines as spaces."""
    parts: list[str] = []
    before: TextRun | None = None
    replaced = 0
    for run in runs:
        mark = run.graphics.mark
        if mark.actual is not None:
            if mark.actual_serial == replaced:
                before = run
                continue
            replaced = mark.actual_serial
        text = run.text if mark.actual is None else mark.actual
        if before is not None and parts and needs_space(parts[-1], before, run, text):
            parts.append(" ")
        parts.append(text)
        before = run
    return "".join(parts)


def needs_space(so_far: str, before: TextRun | None, run: TextRun | None, text: str) -> bool:
    """Whether two texts that follow one another are two words, by where they stand."""
    if not so_far or not text or so_far.endswith(JOINS) or text[0].isspace():
        return False
    if before is None or run is None or before.box.is_empty or run.box.is_empty:
        return False
    size = max(run.size, before.size, 1.0)
    is_lower = abs(run.box.bottom - before.box.bottom) > LINE * size
    return is_lower or run.box.left - before.box.right > GAP * size
