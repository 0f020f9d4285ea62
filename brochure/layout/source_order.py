"""Where each box stands in the document, noted before layout moves anything.

Flex `order`, floats, absolute places and columns change where boxes lie and in which order they are
painted; line breaks cut texts. The structure tree of the PDF needs the order and the text of the
source. So each box of a fresh box tree gets a number (`document_order`), and each piece of a text
that a line takes gets the slice it came from (`source_slice`). Both live on the boxes, which the
engine copies with all their attributes (`Box.copy` of WeasyPrint 70).
"""

from collections.abc import Callable
from typing import Any

TYPED = "typed_text"
ORDER = "document_order"
SLICE = "source_slice"
TEXTS = "source_texts"


def number_boxes(root: Any) -> Any:
    """Number all boxes in the order of the document; the root gets the texts by number.

    A text is kept as it was typed and as `text-transform` made it. A footnote follows its call.
    """
    texts: dict[int, tuple[str, str]] = {}
    _number(root, texts, [0])
    setattr(root, TEXTS, texts)
    return root


def _number(box: Any, texts: dict[int, tuple[str, str]], last: list[int]) -> None:
    last[0] += 1
    setattr(box, ORDER, last[0])
    if (text := getattr(box, "text", None)) is not None:
        texts[last[0]] = (getattr(box, TYPED, text), text)
    elif box.is_leader:  # dots between an entry and its page are space to a reader
        texts[last[0]] = (" ", " ")
    for child in getattr(box, "children", ()):
        _number(child, texts, last)
    if box.footnote is not None:
        _number(box.footnote, texts, last)


def remember_typed(transform: Callable[[Any], None]) -> Callable[[Any], None]:
    """`TextBox.process_text_transform` that keeps the text as it was typed."""

    def process_text_transform(box: Any) -> None:
        setattr(box, TYPED, box.text)
        transform(box)

    return process_text_transform


def remember_slices(split: Callable[..., Any]) -> Callable[..., Any]:
    """`split_text_box` that notes on each new box which part of the text it took.

    A slice is (start, end, text), in characters of the text that was cut, which has lost its first
    letter where `::first-letter` took it; white space at which a line ends belongs to the slice.
    """

    def split_text_box(
        context: Any, box: Any, width: Any, skip: Any, is_line_start: bool = True
    ) -> Any:
        new_box, resume, is_preserved = split(context, box, width, skip, is_line_start)
        # A box that has a slice is cut again to lose its last space; the slice stays true.
        if new_box is not None and not hasattr(box, SLICE):
            data = box.text.encode()
            start = len(data[: skip or 0].decode())
            end = start + len(data[skip or 0 : resume].decode())
            setattr(new_box, SLICE, (start, end, box.text))
        return new_box, resume, is_preserved

    return split_text_box
