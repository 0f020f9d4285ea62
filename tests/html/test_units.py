"""Which units an edition has, and on which pages they are compiled."""

from brochure.compilation import compile_units
from brochure.document.fragment import Fragment
from brochure.html import Unit


def fragment(unit: Unit, start: int, pages: int) -> Fragment:
    return Fragment(unit.name, start, ((1.0, 1.0),) * pages, (), (), (), None)


def test_a_contents_page_that_grows_moves_the_rest() -> None:
    """The contents are guessed at one page; when they take two, everything after is done again."""
    units = [Unit("cover", "c"), Unit("contents", "c", needs_numbers=True), Unit("one", "m")]
    sizes = {"cover": 1, "contents": 2, "one": 3}
    calls: list[tuple[str, int, dict[str, int]]] = []

    def compile_unit(unit: Unit, start: int, numbers: dict[str, int]) -> Fragment:
        calls.append((unit.name, start, dict(numbers)))
        return fragment(unit, start, sizes[unit.name])

    fragments = compile_units(units, compile_unit)
    assert [(item.name, item.start) for item in fragments] == [
        ("cover", 1),
        ("contents", 2),
        ("one", 4),
    ]
    assert calls[-1] == ("contents", 2, {"cover": 1, "contents": 2, "one": 4})


def test_a_right_guess_lays_out_each_unit_once() -> None:
    units = [Unit("contents", "c", needs_numbers=True), Unit("one", "m"), Unit("two", "m")]
    calls: list[str] = []

    def compile_unit(unit: Unit, start: int, numbers: dict[str, int]) -> Fragment:
        calls.append(unit.name)
        return fragment(unit, start, 1)

    compile_units(units, compile_unit)
    assert calls == ["one", "two", "contents"]
