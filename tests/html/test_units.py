"""Which units an edition has, and on which pages they are compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from brochure.compilation import compile_units
from brochure.document.fragment import Fragment, PageKind
from brochure.document.html import HtmlUnit, Numbering
from brochure.html import Unit
from brochure.unit_cache import Request
from tests.fragments import fragment

COVER, CONTENTS, ONE = (
    Unit("cover", "c"),
    Unit("contents", "c", needs_numbers=True),
    Unit("one", "m"),
)


class FakeRenderer:
    """Its HTML says how it was asked."""

    language = SimpleNamespace(direction="ltr")

    def side(self, number: int) -> str:
        return "right" if number % 2 else "left"

    def html(
        self, unit: Unit, side: str, numbers: Mapping[str, int], start: int | None = None
    ) -> HtmlUnit:
        return HtmlUnit(unit.name, f"{side} {start} {sorted(numbers.items())}", ())


class FakeCompiler:
    """Units of known lengths, and what was asked of it."""

    def __init__(self, pages: dict[str, int], numbered: str = "", strings: str = "") -> None:
        self.pages, self.numbered, self.strings = pages, numbered, strings
        self.bodies: list[tuple[str, str]] = []
        self.numberings: dict[str, Numbering] = {}

    def begin(self, requests: Iterable[Request]) -> None:
        """Nobody else is there."""

    def compile(self, request: Request) -> Fragment:
        if request.numbering:
            return self.margins(request.unit, request.numbering)
        unit = request.unit
        self.bodies.append((unit.name, unit.html))
        sets = (("title", (unit.name,)),) if unit.name in self.strings else ()
        kinds = (PageKind("left", False, "", 0, (), sets, has_margins=True),)
        made = fragment(unit.name, self.pages[unit.name])
        return replace(made, kinds=kinds, is_numbered=unit.name == self.numbered)

    def margins(self, unit: HtmlUnit, numbering: Numbering) -> Fragment:
        self.numberings[unit.name] = numbering
        return fragment(unit.name, self.pages[unit.name])


def compiled(compiler: FakeCompiler, *units: Unit) -> list[str]:
    anything: Any = compiler
    renderer: Any = FakeRenderer()
    return [unit.body.name for unit in compile_units(anything, renderer, units)]


def test_a_contents_page_that_grows_moves_the_rest() -> None:
    """The contents are guessed at one page; when they take two, everything after is done again."""
    compiler = FakeCompiler({"cover": 1, "contents": 2, "one": 3})
    assert compiled(compiler, COVER, CONTENTS, ONE) == ["cover", "contents", "one"]
    assert compiler.bodies[-1] == (
        "contents",
        "left None [('contents', 2), ('cover', 1), ('one', 4)]",
    )
    assert {name: found.start for name, found in compiler.numberings.items()} == {
        "cover": 1,
        "contents": 2,
        "one": 4,
    }


def test_a_right_guess_lays_out_each_unit_once() -> None:
    compiler = FakeCompiler({"contents": 1, "one": 1, "two": 1})
    compiled(compiler, CONTENTS, ONE, Unit("two", "m"))
    assert [name for name, _ in compiler.bodies] == ["one", "two", "contents"]


def test_a_unit_knows_its_side_but_not_its_number_unless_it_shows_it() -> None:
    compiler = FakeCompiler({"cover": 1, "one": 1}, numbered="one")
    compiled(compiler, COVER, ONE)
    assert compiler.bodies == [
        ("cover", "right None []"),
        ("one", "left None []"),
        ("one", "left 2 []"),
    ]


def test_margins_know_what_the_units_before_have_set() -> None:
    compiler = FakeCompiler({"cover": 1, "one": 1}, strings="cover")
    compiled(compiler, COVER, ONE)
    assert compiler.numberings["one"].strings == (("title", "cover"),)
