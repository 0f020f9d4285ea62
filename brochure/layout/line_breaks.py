"""Line breaks remembered while one unit is laid out.

Balancing columns and laying a page out again ask the same question of the same text many times;
asking Pango is half of all layout (`split_first_line` of WeasyPrint 70, `text/line_break.py`). The
answer depends on the arguments and on the style values below, and nothing else; that pages come out
the same with and without memory is a test.
"""

from collections.abc import Callable
from copy import copy
from typing import Any

# What `split_first_line`, `create_layout`, `Layout` and `strut` read of a style.
STYLE_NAMES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "line_height",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "text_indent",
    "white_space",
    "word_break",
    "word_spacing",
)

Split = Callable[..., tuple[Any, ...]]


class LineBreaks:
    """The memory of one unit; stands in for the engine's `split_first_line`."""

    def __init__(self, split: Split) -> None:
        self._split = split
        self._answers: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._styles: dict[int, tuple[Any, tuple[str, ...]]] = {}

    def __call__(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: Any,
        justification_spacing: Any,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> tuple[Any, ...]:
        """The engine's answer, asked only once; the layout in it is a copy of one's own."""
        asked = (text, max_width, justification_spacing, is_line_start, minimum)
        key = (*asked, self._style_key(style))
        if key not in self._answers:
            self._answers[key] = self._split(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
        layout, *measures = self._answers[key]
        return (copy(layout), *measures)

    def forget(self) -> None:
        """Start the next unit with an empty memory."""
        self._answers.clear()
        self._styles.clear()

    def _style_key(self, style: Any) -> tuple[str, ...]:
        # The style is kept beside its key, so that its id can't be given to another one.
        if id(style) not in self._styles:
            values = tuple(repr(style[name]) for name in STYLE_NAMES)
            self._styles[id(style)] = (style, values)
        return self._styles[id(style)][1]
