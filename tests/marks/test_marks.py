"""Marks lie on the paper, outside the bleed, on every plate, and say what they are asked to say."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.document.boxes import MM, TOLERANCE, Box
from brochure.marks import KINDS, Bands, Drawing, Frame, Lines, draw, room
from brochure.marks.pen import letters, number, width_of

BLEED = 3 * MM
UNFOLDED = Lines()
OPERATOR = re.compile(r"((?:-?[\d.]+ )*)(m|l|c|re)\b")


def frame_of(width: float, height: float, room: float, folds: Lines = UNFOLDED) -> Frame:
    """A page in mm with 3 mm of bleed, and so many points of paper around."""
    trim = Box(0, 0, width * MM, height * MM)
    bleed = trim.grown(BLEED)
    return Frame.of_page(bleed.grown(room), bleed, trim, folds, "a5.pdf · sheet 1")


def points_of(drawing: Drawing) -> list[tuple[float, float]]:
    """Every point that a path names."""
    found = []
    for operands, operator in OPERATOR.findall(drawing.operators.decode()):
        values = [float(value) for value in operands.split()]
        if operator == "re":
            x, y, width, height = values
            values = [x, y, x + width, y + height]
        found += list(zip(values[::2], values[1::2], strict=True))
    return found


frames = st.builds(
    frame_of,
    st.floats(30, 900),
    st.floats(30, 900),
    st.floats(0, 40),
    st.builds(Lines, st.lists(st.floats(5, 25).map(lambda mm: mm * MM), max_size=4).map(tuple)),
)


@given(frames, st.sets(st.sampled_from(KINDS)))
def test_marks_lie_on_the_paper_outside_the_bleed(frame: Frame, kinds: set[str]) -> None:
    drawing = draw(frame, kinds)
    inside = frame.bleed.grown(-TOLERANCE)
    for x, y in points_of(drawing):
        assert Box(x, y, x, y).lies_in(frame.media)
        assert not (inside.left < x < inside.right and inside.bottom < y < inside.top)
    saved, restored = (re.findall(word, drawing.operators) for word in (rb"\bq\b", rb"\bQ\b"))
    assert len(saved) == len(restored)
    assert not drawing.operators or drawing.operators.startswith(b"q /Marks CS 1 SCN")
    assert bool(drawing.operators) == bool(drawing.colour_spaces)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_drawn_where_there_is_room_and_named_where_there_is_none(kind: str) -> None:
    folds, glued = Lines((60 * MM,)), Bands(((130 * MM, 148 * MM),))
    for space, left_out in ((room(KINDS), ()), (0, (kind,))):
        frame = frame_of(148, 210, space, folds)
        drawing = draw(Frame(frame.media, frame.bleed, frame.cuts, folds, glued, "x"), [kind])
        assert drawing.left_out == left_out
        assert bool(drawing.operators) != bool(left_out)


def test_crop_marks_point_at_the_trim() -> None:
    frame = frame_of(148, 210, room(KINDS))
    points = points_of(draw(frame, ["crop"]))
    assert len(points) == 16
    edges = {*frame.cuts.xs, *frame.cuts.ys}
    for (ax, ay), (bx, by) in zip(points[::2], points[1::2], strict=True):
        assert any(abs(at - edge) < TOLERANCE for at in (ax, ay) for edge in edges)
        assert abs(ax - bx) < TOLERANCE or abs(ay - by) < TOLERANCE
        assert abs(abs(ax - bx) + abs(ay - by) - 5 * MM) < TOLERANCE


def test_only_the_colour_bar_is_in_other_inks_than_all() -> None:
    frame = frame_of(148, 210, room(KINDS), Lines((60 * MM,)))
    for kind in KINDS:
        inks = re.findall(rb"[\d.]+ (?:k|K|g|G|rg|RG)\b", draw(frame, [kind]).operators)
        assert bool(inks) == (kind == "colour-bar")
    assert b"/Separation /All" in draw(frame, ["crop"]).colour_spaces["Marks"]


def test_registration_mark_makes_way_for_a_fold_in_the_middle() -> None:
    middle = 74 * MM
    straight = draw(frame_of(148, 210, room(KINDS)), ["registration"])
    aside = draw(frame_of(148, 210, room(KINDS), Lines((middle,))), ["registration"])
    assert any(abs(x - middle) < 1 for x, _ in points_of(straight))
    assert not any(abs(x - middle) < 2 * MM for x, _ in points_of(aside))


def test_a_long_slug_line_is_cut_within_its_gap() -> None:
    frame = frame_of(60, 60, room(KINDS))
    long = Frame(frame.media, frame.bleed, frame.cuts, text="word " * 40)
    xs = [x for x, _ in points_of(draw(long, ["slug"]))]
    assert min(xs) > min(frame.cuts.xs) and max(xs) < max(frame.cuts.xs)


@pytest.mark.parametrize("sign", "äÖßéçřÅ–…·×")
def test_letters_of_europe_are_no_boxes(sign: str) -> None:
    assert letters(sign, 0, 0, 6) != letters("漢", 0, 0, 6)


def test_an_accent_makes_no_letter_wider() -> None:
    assert width_of("Müller", 6) == width_of("Muller", 6)
    assert all(a < b for a, b in pairwise(width_of("Bochum"[:n], 6) for n in range(7)))


@given(st.floats(-1e5, 1e5))
def test_numbers_are_plain(value: float) -> None:
    assert re.fullmatch(r"-?\d+(\.\d{1,3})?", number(value)) and number(value) != "-0"
    assert abs(float(number(value)) - value) <= 0.00051
