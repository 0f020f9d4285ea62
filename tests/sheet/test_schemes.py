"""Every scheme is a permutation of the pages, and folded, cut or turned it reads in order."""

from collections import Counter
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.diagnostics import Problems
from brochure.diagnostics.messages import codes
from brochure.document.boxes import MM, Box
from brochure.sheet import schemes
from brochure.sheet.blanks import filled
from brochure.sheet.imposing import arranged
from brochure.sheet.job import BLANK, SCHEMES, Blank, Job, Work
from brochure.sheet.schemes.saddle import creep
from brochure.sheet.source import SourcePage
from brochure.sheet.surface import Placed, Sheet, Surface
from tests.sheet.folding import behind, near, paper_of, sections

AXES = {4: "|", 8: "-|", 16: "|-|", 32: "-|-|"}
"""How a sheet is folded, by its pages: each fold through the middle, the last one at the spine."""
SRA3 = (320 * MM, 450 * MM)
A3 = (297 * MM, 420 * MM)
BLEED = 3 * MM
Section = list[tuple[int | None, bool]]


def pages_of(count: int, width: float = 148, height: float = 210) -> list[SourcePage]:
    """Pages of a size in mm, with bleed."""
    trim = Box(0, 0, width * MM, height * MM)
    return [SourcePage(trim, trim.grown(BLEED))] * count


def shown(sheets: tuple[Sheet, ...]) -> list[int]:
    """All pages on all sides, sorted."""
    surfaces = chain.from_iterable(sheet.surfaces for sheet in sheets)
    return sorted(page for surface in surfaces for page, _ in surface.shown)


def folded(sheet: Sheet, axes: str, spine: str) -> list[Section]:
    """What the sheet can be folded to, bound at that side."""
    return [section for last, section in sections(paper_of(sheet), axes) if last == spine]


@given(st.integers(1, 40), st.booleans())
def test_saddle_folded_and_nested_reads_in_order(count: int, right_to_left: bool) -> None:
    sheets = arranged(pages_of(4 * count), Job("saddle", right_to_left=right_to_left))
    before: Section = []
    after: Section = []
    for sheet in sheets:
        (section,) = folded(sheet, "|", "right" if right_to_left else "left")
        before, after = before + section[:2], section[2:] + after
    assert before + after == [(page, False) for page in range(4 * count)]


@given(st.sampled_from(sorted(AXES)), st.integers(1, 5), st.booleans())
def test_signatures_folded_and_gathered_read_in_order(
    size: int, count: int, right_to_left: bool
) -> None:
    job = Job("perfect", signature=size, right_to_left=right_to_left)
    sheets = arranged(pages_of(size * count), job)
    assert len(sheets) == count
    for index, sheet in enumerate(sheets):
        due = [(page, False) for page in range(index * size, (index + 1) * size)]
        assert due in folded(sheet, AXES[size], "right" if right_to_left else "left")


@given(
    st.integers(1, 60),
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    st.sampled_from(["one-sided", "sheetwise", "turn", "tumble"]),
)
def test_n_up_shows_each_page_once(count: int, grid: tuple[int, int], work: Work) -> None:
    sheets = arranged(pages_of(count), Job("n-up", grid=grid, work=work))
    assert shown(sheets) == list(range(count))
    cells = grid[0] * grid[1] * (1 if work == "one-sided" else 2)
    assert len(sheets) == -(-count // cells)


@given(st.integers(1, 6), st.tuples(st.integers(1, 5), st.integers(1, 5)))
def test_repeat_shows_each_page_in_every_cell(count: int, grid: tuple[int, int]) -> None:
    for work in ("one-sided", "sheetwise", "turn", "tumble"):
        sheets = arranged(pages_of(count), Job("repeat", grid=grid, work=work))
        assert Counter(shown(sheets)) == dict.fromkeys(range(count), grid[0] * grid[1])


@given(st.integers(1, 30), st.tuples(st.integers(1, 4), st.integers(1, 4)), st.booleans())
def test_pages_of_a_leaf_lie_back_to_back(
    count: int, grid: tuple[int, int], right_to_left: bool
) -> None:
    job = Job("n-up", grid=grid, work="sheetwise", right_to_left=right_to_left)
    for sheet in arranged(pages_of(count), job):
        assert sheet.back
        for page, placed in sheet.front.shown:
            back = behind(placed, sheet.front, sheet.back).page
            assert back == (page + 1 if page + 1 < count else None)


@pytest.mark.parametrize("work", ["turn", "tumble"])
@pytest.mark.parametrize("scheme", ["saddle", "perfect", "n-up", "repeat"])
def test_a_sheet_turned_and_printed_again_has_the_same_leaves(scheme: str, work: Work) -> None:
    pages = pages_of(48)
    plain, twice = (
        arranged(pages, Job(scheme, grid=(2, 3), work=way, grammage=300))
        for way in ("sheetwise", work)
    )
    assert len(plain) == len(twice)
    for sheet, printed in zip(plain, twice, strict=True):
        assert sheet.back and not printed.back
        due = {
            frozenset((page, behind(placed, sheet.front, sheet.back).page))
            for page, placed in sheet.front.shown
        }
        found = [(each, _behind_itself(each, printed.front, work)) for each in printed.front.placed]
        assert {frozenset((one.page, other.page)) for one, other in found} == due
        # Turned like a page, heads stay up; tumbled, what was up lies below.
        assert all((a.upside_down != b.upside_down) == (work == "tumble") for a, b in found)


def _behind_itself(placed: Placed, surface: Surface, work: Work) -> Placed:
    """What the same plate prints behind a page when the sheet comes a second time."""
    assert surface.media
    box, media = placed.trim, surface.media
    mirrored = (
        Box(media.width - box.right, box.bottom, media.width - box.left, box.top)
        if work == "turn"
        else Box(box.left, media.height - box.top, box.right, media.height - box.bottom)
    )
    (found,) = [each for each in surface.placed if near(each.trim, mirrored)]
    return found


@given(st.floats(200, 1300), st.floats(200, 1300), st.sampled_from([A3, SRA3, (595.28, 841.89)]))
def test_tiles_show_the_whole_poster_and_overlap(
    width: float, height: float, paper: tuple[float, float]
) -> None:
    job = Job("tiles", sheet=paper)
    sheets = arranged(pages_of(1, width, height), job)
    parts = []
    for sheet in sheets:
        surface = sheet.front
        assert surface.media and surface.trim.lies_in(surface.media.grown(-job.margin + 0.01))
        origin = surface.placed[0].trim
        parts.append(surface.trim.moved(-origin.left, -origin.bottom))
    assert near(Box.around(parts), Box(0, 0, width * MM, height * MM))
    columns = sorted({(round(part.left, 2), round(part.right, 2)) for part in parts})
    for (_, right), (left, _) in pairwise(columns):
        assert right - left == pytest.approx(job.overlap, abs=0.02)
    assert len({sheet.front.label for sheet in sheets}) == len(sheets)


def test_a1_on_a3_takes_eight_sheets() -> None:
    assert len(arranged(pages_of(1, 594, 841), Job("tiles", sheet=A3))) == 8
    sheets = arranged(pages_of(1, 594, 841), Job("tiles", sheet=A3, margin=0))
    assert len(sheets) == 6  # exactly: 2 × 420 − 10, 3 × 297 − 2 × 10 ≥ 841
    labels = [sheet.front.label for sheet in sheets]
    assert labels == ["A1", "B1", "A2", "B2", "A3", "B3"]


@given(st.integers(1, 40), st.integers(60, 350))
def test_creep_moves_pages_towards_the_spine(count: int, grammage: int) -> None:
    flat = arranged(pages_of(4 * count), Job("saddle"))
    crept = arranged(pages_of(4 * count), Job("saddle", grammage=grammage))
    for index, (before, after) in enumerate(zip(flat, crept, strict=True)):
        due = index * grammage / 1000 * MM
        for old, new in zip(before.surfaces, after.surfaces, strict=True):
            left, right = (
                b.trim.left - a.trim.left for a, b in zip(old.placed, new.placed, strict=True)
            )
            assert (left, right) == pytest.approx((due, -due))
            spine = old.placed[0].trim.right
            windows = new.placed[0].window.right, new.placed[1].window.left
            assert windows == pytest.approx((spine, spine))
            assert new.cuts.xs == pytest.approx((old.cuts.xs[0] + due, old.cuts.xs[1] - due))
            assert new.cuts.xs == pytest.approx((new.trim.left, new.trim.right), abs=0.001)
            assert new.media == old.media


def test_48_pages_of_135_grams_gain_as_a_print_shop_says() -> None:
    assert 12 * creep(1, 135) == pytest.approx(1.62 * MM)
    assert creep(0, 135) == 0


@given(st.integers(1, 100), st.sampled_from([4, 8, 16, 32]), st.sampled_from(BLANK))
def test_empty_pages_keep_the_order_and_the_outside(count: int, multiple: int, rule: Blank) -> None:
    pages = filled(count, multiple, rule)
    assert len(pages) % multiple == 0 and len(pages) - count < multiple
    assert [page for page in pages if page is not None] == list(range(count))
    if rule == "before-back":
        assert pages[-1] == count - 1
    if rule == "after-front" or count > 1:
        assert pages[0] == 0


def test_pages_that_make_no_sheets_are_told() -> None:
    with pytest.raises(Problems) as told:
        arranged(pages_of(14), Job("saddle"))
    assert [finding.code for finding in told.value.diagnostics] == ["sheet/page-count"]
    assert dict(told.value.diagnostics[0].values)["missing"] == "2"


@given(
    st.sampled_from(["saddle", "perfect", "n-up", "repeat", "tiles"]),
    st.floats(40, 300),
    st.floats(40, 400),
    st.sampled_from(["crop", "fold", ""]),
)
def test_boxes_lie_in_each_other(scheme: str, width: float, height: float, mark: str) -> None:
    marks = (mark,) if mark else ()
    sheet = A3 if scheme == "tiles" else None
    job = Job(scheme, sheet=sheet, grid=(3, 2), signature=8, grammage=200, marks=marks)
    for side in chain.from_iterable(
        sheet.surfaces for sheet in arranged(pages_of(16, width, height), job)
    ):
        assert side.media and side.bleed.lies_in(side.media) and side.trim.lies_in(side.bleed)
        for placed in side.placed:
            assert placed.window.lies_in(side.bleed)
            others = [each.window for each in side.placed if each is not placed]
            assert all(_apart(placed.window, other) for other in others)


def _apart(one: Box, other: Box) -> bool:
    shared = one.clipped(other)
    return shared.width < 0.01 or shared.height < 0.01


def test_the_paper_takes_as_many_cards_as_fit() -> None:
    (sheet,) = arranged(pages_of(1, 85, 55), Job("repeat", sheet=SRA3, marks=("crop",)))
    assert len(sheet.front.placed) == 21
    assert len({(round(p.trim.left), round(p.trim.top)) for p in sheet.front.placed}) == 21
    (turned,) = arranged(pages_of(2, 85, 55), Job("repeat", sheet=SRA3, work="turn"))
    assert Counter(turned.front.pages) in ({0: 10, 1: 10}, {0: 12, 1: 12})


def test_the_command_line_knows_every_scheme_and_every_one_has_a_name() -> None:
    assert tuple(schemes.SCHEMES) == SCHEMES
    assert {f"sheet/scheme-{name}" for name in SCHEMES} <= codes()
