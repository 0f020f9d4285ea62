"""What PDFium answers of one object: https://pdfium.googlesource.com/pdfium, `fpdf_edit.h`."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.pdf.matrix import IDENTITY, Matrix, Point, placed_box

NAME_BYTES = 256
MOST_MARKS = 24
MOST_POINTS = 1000


def bounds_of(item: Any, by: Matrix) -> Box:
    """The box around an object, as `by` places it; an empty one where there is none."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return Box(0, 0, 0, 0)
    return placed_box(Box(left.value, bottom.value, right.value, top.value), by)


def matrix_of(item: Any) -> Matrix:
    """How an object is placed in the space around it."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def number_of(question: Any, item: Any) -> float:
    """The answer to a question for a number."""
    found = ctypes.c_float()
    return float(found.value) if question(item, found) else 0.0


def colour_of(question: Any, item: Any) -> tuple[Rgb, float]:
    """A colour as PDFium paints it, and how opaque it is."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not question(item, red, green, blue, alpha):
        return (0, 0, 0), 1.0
    return (red.value, green.value, blue.value), alpha.value / 255


def name_of(question: Any, item: Any) -> str:
    """The answer to a question for a name."""
    found = ctypes.create_string_buffer(NAME_BYTES)
    question(item, found, NAME_BYTES)
    return found.value.decode("utf-8", "replace")


def marks_of(item: Any) -> tuple[str, ...]:
    """The tags of the marked content around an object."""
    count = max(0, pdfium.FPDFPageObj_CountMarks(item))
    return tuple(
        _mark(pdfium.FPDFPageObj_GetMark(item, at)) for at in range(min(count, MOST_MARKS))
    )


def _mark(mark: Any) -> str:
    found, length = ctypes.create_string_buffer(NAME_BYTES), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, _utf16(found), NAME_BYTES, length)
    return found.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace")


def _utf16(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))


def clip_points(clip: Any, path: int) -> Iterator[Point]:
    """The first corners of one of the paths that clip an object."""
    for at in range(min(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, path)), MOST_POINTS)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
        x, y = ctypes.c_float(), ctypes.c_float()
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value


def words_of(item: Any, text_page: Any) -> str:
    """What is read of a run of text."""
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    if length <= 2:
        return ""
    found = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(item, text_page, _utf16(found), length)
    return found.raw[: length - 2].decode("utf-16-le", "replace")
