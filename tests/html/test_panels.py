"""Messages fall on panels evenly and in order; planes reach into the bleed and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.catalog import Edges, Format, known
from brochure.html.panels import UNDER, last_place, messages_by_panel, reach

LEAFLETS = [name for name in known("formats") if Format.named(name).fold]


@given(st.sampled_from(LEAFLETS), st.integers(0, 30))
def test_every_message_has_one_place_in_its_order(name: str, count: int) -> None:
    shares = messages_by_panel(Format.named(name), count)
    assert [index for share in shares.values() for index in share] == list(range(count))
    lengths = [len(share) for share in shares.values()]
    assert all(first >= second for first, second in pairwise(lengths))
    assert all(length == lengths[0] for length in lengths[: count // max(lengths[0], 1)])


@pytest.mark.parametrize(
    ("name", "count", "place"),
    [
        ("dl-leaflet", 5, "inside-3"),
        ("dl-leaflet", 6, ""),
        ("dl-leaflet", 3, ""),
        ("a6-cross-leaflet", 5, ""),
        ("gate-leaflet", 5, ""),  # the claim has a panel of its own
    ],
)
def test_the_claim_takes_the_place_that_is_left_over(name: str, count: int, place: str) -> None:
    assert last_place(Format.named(name), count) == place


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("front", Edges(0, 3, 3, 0)),
        ("back", Edges(0, UNDER, 3, 3)),
        # It stands on its head: its lower edge is the sheet's upper one.
        ("spread-1", Edges(UNDER, 0, 3, 3)),
        ("spread-2", Edges(UNDER, 3, 3, UNDER)),
        ("inside-1", Edges(3, UNDER, UNDER, 3)),
        ("inside-4", Edges(0, 3, 3, 0)),
    ],
)
def test_planes_reach_into_the_bleed_at_the_edge_of_the_sheet(role: str, expected: Edges) -> None:
    format_ = Format.named("a6-cross-leaflet")
    (panel,) = (panel for side in format_.sides for panel in side.panels if panel.role == role)
    assert reach(format_, panel) == expected
