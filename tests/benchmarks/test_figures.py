"""Arithmetic of rounds: pairs stay pairs, and what grows evenly is even."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Spread, base_memory, ratios, uneven, values
from benchmarks.series import Measured, Missing

SIZES = (12, 52, 100, 200, 400)
seconds = st.floats(0.001, 100)


def grown(wall: list[float]) -> dict[str, Measured | Missing]:
    return {
        f"{pages} pages": Measured((value,), (value,), pages=pages)
        for pages, value in zip(SIZES, wall, strict=False)
    }


def test_the_spread_is_median_least_and_most() -> None:
    assert Spread.of((3, 1, 2, 9)) == Spread(2.5, 1, 9)


def test_a_ratio_is_that_of_each_pair_not_that_of_medians() -> None:
    ours, theirs = Measured((1, 4, 1), (1, 1, 1)), Measured((2, 2, 4), (1, 1, 1))
    assert ratios(ours, theirs, "wall") == (0.5, 2, 0.25)


def test_rounds_that_are_no_pairs_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="longer"):
        ratios(Measured((1,), (1,)), Measured((1, 2), (1, 2)), "wall")


def test_the_rate_is_of_cpu_as_it_is_a_core() -> None:
    assert values(Measured(wall=(1,), cpu=(0.25,)), "rate") == (4,)


def test_memory_that_nobody_watched_is_no_figure() -> None:
    assert values(Measured((1,), (1,)), "memory") == ()


@given(start=seconds, a_page=seconds)
def test_a_cost_that_grows_by_the_page_is_even_whatever_a_process_costs(
    start: float, a_page: float
) -> None:
    assert uneven(grown([start + a_page * pages for pages in SIZES])) == pytest.approx(0, abs=1e-6)


def test_a_cost_that_grows_by_the_square_is_not() -> None:
    assert uneven(grown([pages**2 for pages in SIZES])) > 5


def test_sizes_stand_in_any_order() -> None:
    row = grown([2, 6, 11, 21, 43])
    assert uneven(dict(reversed(row.items()))) == uneven(row)


def test_memory_beyond_the_pages_is_the_most_of_any_size() -> None:
    row = {
        "a": Measured((1,), (1,), 160, 12),
        "b": Measured((1,), (1,), 200, 100),
        "c": Missing("not yet", "because"),
    }
    assert base_memory(row, 1.2) == pytest.approx(160 - 1.2 * 12)
