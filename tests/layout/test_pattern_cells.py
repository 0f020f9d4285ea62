"""Cells of patterns are as large as on the page, and paint the same."""

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from brochure.layout.fonts import use_only

ROOT = Path(__file__).resolve().parents[2]
Make = Callable[..., Any]


@pytest.fixture
def make() -> Make:
    use_only(ROOT / "fonts")
    from weasyprint.matrix import Matrix
    from weasyprint.pdf.stream import Stream

    from brochure.layout.pattern_cells import add_pattern

    def made(*matrix: float) -> Any:
        stream = Stream([], (0, 0, 100, 100), {"Pattern": {}, "ColorSpace": {}}, {}, None, {}, None)
        return add_pattern(stream, 0, 0, 1, 1, 1, 1, Matrix(*matrix))

    return made


def test_a_cell_of_one_unit_gets_the_size_of_its_shape(make: Make) -> None:
    pattern = make(56, 0, 0, -36, 25, 226)
    assert pattern.extra["BBox"] == [0, 0, 56, 36]
    assert (pattern.extra["XStep"], pattern.extra["YStep"]) == (56, 36)
    assert pattern.extra["Matrix"] == [1, 0, 0, -1, 25, 226]
    assert pattern.stream == [b"56 0 0 36 0 0 cm"]


@pytest.mark.parametrize("matrix", [(0.75, 0, 0, -0.75, 3, 4), (0, 0, 0, 0, 3, 4)])
def test_other_cells_stay(make: Make, matrix: tuple[float, ...]) -> None:
    pattern = make(*matrix)
    assert pattern.extra["BBox"] == [0, 0, 1, 1]
    assert pattern.extra["Matrix"] == list(matrix)
    assert pattern.stream == []


def test_private_names_are_those_of_weasyprint_70() -> None:
    use_only(ROOT / "fonts")
    from brochure.layout import pattern_cells

    own, engine = (
        list(signature(function).parameters)[1:]
        for function in (pattern_cells.add_pattern, pattern_cells._add_pattern)
    )
    assert own == engine
