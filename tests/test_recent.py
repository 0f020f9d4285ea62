"""A memory that keeps what came last."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.recent import Recent


@given(st.integers(1, 5), st.lists(st.integers(0, 9)))
def test_as_many_as_are_kept_came_last(most: int, keys: list[int]) -> None:
    recent: Recent[int, int] = Recent(most)
    for turn, key in enumerate(keys):
        recent[key] = turn
        assert recent[key] == turn
    assert len(recent) <= most
    assert len(recent) == most or len(recent) == len(set(keys))
    for key, turn in recent.items():
        assert keys[turn] == key and key not in keys[turn + 1 :]


def test_what_comes_again_pushes_nothing_out() -> None:
    recent: Recent[str, int] = Recent(2)
    for key in "abab":
        recent[key] = 1
    assert list(recent) == ["a", "b"]
    recent["c"] = 1
    assert list(recent) == ["b", "c"]
