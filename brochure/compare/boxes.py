"""The boxes of pages: paper, bleed, cut; how pages are turned and scaled."""

from collections.abc import Iterator, Sequence

from brochure.compare.gathered import gathered
from brochure.compare.pages import PagePair
from brochure.document.boxes import MM, Box
from brochure.document.change import Change, Kind
from brochure.document.pdf_file import PdfPage

BOXES = ("media", "crop", "bleed", "trim", "art")


def box_changes(pages: Sequence[PagePair]) -> list[Change]:
    """What differs in pages that are in both files."""
    return gathered(change for pair in pages for change in _of_page(pair))


def _of_page(pair: PagePair) -> Iterator[Change]:
    if not pair.before or not pair.after:
        return
    after = dict(_values(pair.after))
    for what, text in _values(pair.before):
        if text != after[what]:
            kind: Kind = "added" if not text else "changed" if after[what] else "removed"
            yield Change("boxes", kind, what, text, after[what], (pair.places,))


def _values(page: PdfPage) -> Iterator[tuple[str, str]]:
    for name in BOXES:
        yield name, _shown(getattr(page.boxes, name))
    yield "rotate", f"{page.rotate}°"
    yield "user-unit", f"{page.user_unit:g}"


def _shown(box: Box | None) -> str:
    """Size, and where its lower left corner lies."""
    if box is None:
        return ""
    left, bottom, width, height = (side / MM for side in (*box[:2], box.width, box.height))
    corner = f" ({left:+.1f} {bottom:+.1f})" if round(left, 1) or round(bottom, 1) else ""
    return f"{width:.1f} × {height:.1f} mm{corner}"
