"""What stands on a line, as the engine laid it out: its texts, how far letters reach, its end."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import AtomicInlineLevelBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.text.line_break import character_ratio

from brochure.document.layout_map import Area
from brochure.layout.on_page import Turned, on_page
from brochure.layout.source_order import SLICE

ASCENT, DESCENT = 1.4, 0.45
"""How far letters reach above and below the baseline, in x-heights (Source Sans: 1.46 and 0.42)."""
X_HEIGHTS = "x_heights"
FONT = ("font_family", "font_style", "font_stretch", "font_weight", "lang")


def texts(box: Any) -> Iterator[Any]:
    """The texts of a line, without those in boxes that have lines of their own."""
    for child in getattr(box, "children", ()):
        if isinstance(child, TextBox):
            if child.text.strip() and _is_seen(child):
                yield child
        elif not isinstance(child, AbsolutePlaceholder | AtomicInlineLevelBox) and _is_read(child):
            yield from texts(child)


def _is_read(box: Any) -> bool:
    """Whether it stands in the line and is there for readers."""
    is_hidden = box.element is not None and box.element.get("aria-hidden") == "true"
    return bool(box.is_in_normal_flow() and not is_hidden)


def _is_seen(text: Any) -> bool:
    return bool(text.style["visibility"] == "visible" and text.style["font_size"])


def x_height(text: Any) -> float:
    """The height of its x as it is painted, in the engine's pixels."""
    style = text.style
    known: dict[Any, float] = vars(style.font_config).setdefault(X_HEIGHTS, {})
    font = tuple(map(style.__getitem__, FONT))  # the engine keeps it for one unit only
    if font not in known:
        known[font] = character_ratio(style, "ex")
    return float(style["font_size"] * known[font])


def is_divided(text: Any) -> bool:
    """Whether layout put a hyphen at the end that was not typed."""
    if (taken := getattr(text, SLICE, None)) is None:
        return False
    start, end, whole = taken
    hyphen = text.style["hyphenate_character"]
    ends = text.text.endswith(hyphen)
    return bool(ends and not whole[start:end].rstrip().endswith(hyphen))


def letters(text: Any, matrix: Turned) -> Area:
    """Where the letters of a text reach to."""
    height = x_height(text)
    top = text.position_y + text.baseline - ASCENT * height
    return on_page(matrix, text.position_x, top, text.width, (ASCENT + DESCENT) * height)
