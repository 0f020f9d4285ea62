"""A unit is compiled anew when anything that can change it has changed, and only then."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure import cache, compiler, unit_cache
from brochure.compiler import Compiler
from brochure.diagnostics import Diagnostic, Span
from brochure.document.fragment import Fragment, Heading, PageKind, PlacedBox, UsedFont
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.look import Stylesheet
from brochure.project import Project
from brochure.unit_cache import Request
from tests.fragments import fragment

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "fonts/source-sans-3"
USED, UNUSED = "fonts/used.ttf", "fonts/unused.ttf"
PICTURE, IMPORTED = "content/a/pictures/p.png", "styles/b/imported.css"
HTML = '<p data-source="content/a/de.yaml:{line}:3" data-template="t.j2:{line}:1">{text}</p>'


@dataclass
class World:
    """A project in a folder, and all else that shapes a unit."""

    root: Path
    text: str = "Text"
    line: int = 1
    css: str = "p { color: red }"
    numbering: Numbering | None = None
    kinds: tuple[PageKind, ...] | None = None
    versions: str = "1"
    made: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name, data in {
            USED: (FONTS / "SourceSans3-Regular.ttf").read_bytes(),
            UNUSED: (FONTS / "SourceSans3-Black.ttf").read_bytes(),
            "fonts/fonts.conf": b"<fontconfig/>",
            PICTURE: b"picture",
            IMPORTED: b"h1 {}",
            "content/a/de.yaml": b"title: A",
            "content/a/pictures/other.png": b"other",
            "styles/b/other.css": b"",
        }.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(data)

    def compile(self, monkeypatch: pytest.MonkeyPatch) -> Fragment:
        """Compile the unit as a new call would, by an engine that reads and draws the same."""
        project = Project(self.root)
        monkeypatch.setattr(compiler, "shaping_versions", lambda: self.versions)
        worker = Compiler(project, lambda: pytest.fail("no engine is needed"))
        monkeypatch.setattr(worker, "_make", lambda request: self._make(project, request))
        html = HTML.format(line=self.line, text=self.text)
        unit = HtmlUnit("unit", html, (Stylesheet("styles/b/a.css", self.css),))
        return worker.compile(Request(unit, self.kinds, self.numbering))

    def _make(self, project: Project, request: Request) -> Fragment:
        self.made.append(request.unit.html)
        read = tuple((name, project.digest(name)) for name in (PICTURE, IMPORTED, "gone.svg"))
        drawn = UsedFont("F", "F", "F", project.digest(USED), 0, 4, ((3, "a", 500),))
        place = Span.parse(request.unit.html.split('data-source="')[1].split('"')[0])
        box = PlacedBox(1, 1, 0, 0, 1, 1, 1, "p", None, place)
        finding = Diagnostic.of("layout/engine", place, message="x")
        made = replace(fragment("unit", 1, (box,)), files=read, fonts=(drawn,))
        return replace(made, diagnostics=(finding,), headings=(Heading(1, "A", place),))


def in_table(file: str, tag: bytes) -> Callable[[World], None]:
    """Turn over the last byte of a table of a font."""

    def change(world: World) -> None:
        data = bytearray((world.root / file).read_bytes())
        (count,) = struct.unpack_from(">H", data, 4)
        for index in range(count):
            name, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
            if name == tag:
                data[offset + length - 1] ^= 1
        (world.root / file).write_bytes(data)

    return change


def in_file(file: str) -> Callable[[World], None]:
    return lambda world: (world.root / file).write_bytes((world.root / file).read_bytes() + b" ")


def to(**changes: Any) -> Callable[[World], None]:
    return lambda world: [setattr(world, name, value) for name, value in changes.items()] and None


KIND = PageKind("left", False, "", 0, (), has_margins=True)
MATTERS: dict[str, Callable[[World], None]] = {
    "a value, a template": to(text="Other text"),
    "a stylesheet": to(css="p { color: blue }"),
    "the page number of a margin": to(kinds=(KIND,), numbering=Numbering(3)),
    "the total in a margin": to(kinds=(KIND,), numbering=Numbering(3, 12)),
    "a string of the pages before": to(kinds=(KIND,), numbering=Numbering(3, 0, (("a", "b"),))),
    "the kind of a page": to(kinds=(replace(KIND, side="right"),), numbering=Numbering(3)),
    "our code, a library": to(versions="2"),
    "a picture": in_file(PICTURE),
    "an imported stylesheet": in_file(IMPORTED),
    "a file that was not there": lambda world: (
        (world.root / "gone.svg").write_bytes(b"<svg/>") and None
    ),
    "a picture that is gone": lambda world: (world.root / PICTURE).unlink(),
    "the outlines of a font that is drawn with": in_table(USED, b"glyf"),
    "the widths of a font that is not": in_table(UNUSED, b"hmtx"),
    "the characters of a font that is not": in_table(UNUSED, b"cmap"),
    "the name of a font that is not": in_table(UNUSED, b"name"),
    "what shapes text in a font that is not": in_table(UNUSED, b"GPOS"),
    "the settings of the fonts": in_file("fonts/fonts.conf"),
    "a new font": lambda world: (
        (world.root / "fonts/new.otf").write_bytes((FONTS / "SourceSans3-Bold.ttf").read_bytes())
        and None
    ),
}
DOES_NOT: dict[str, Callable[[World], None]] = {
    "the line where it is written": to(line=99),
    "the outlines of a font that is not drawn with": in_table(UNUSED, b"glyf"),
    "another picture": in_file("content/a/pictures/other.png"),
    "another stylesheet": in_file("styles/b/other.css"),
    "the file of the text": in_file("content/a/de.yaml"),
}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "cache"))
    return World(tmp_path / "project")


@pytest.mark.parametrize("name", MATTERS)
def test_what_can_change_it_makes_it_anew(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    world.compile(monkeypatch)
    MATTERS[name](world)
    world.compile(monkeypatch)
    assert len(world.made) == 2


@pytest.mark.parametrize("name", DOES_NOT)
def test_what_cannot_does_not(world: World, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    world.compile(monkeypatch)
    DOES_NOT[name](world)
    world.compile(monkeypatch)
    assert len(world.made) == 1


SWITCHES = ("text", "css", "versions", PICTURE, IMPORTED)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*SWITCHES, *DOES_NOT]), st.integers(0, 2)), max_size=12))
def test_each_state_is_made_once_whatever_the_way_to_it(steps: list[tuple[str, int]]) -> None:
    """Going back to what was is found again; what does not matter is never a new state."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROCHURE_CACHE", f"{folder}/cache")
        world = World(Path(folder) / "project")
        state = dict.fromkeys(SWITCHES, 0)
        seen = {tuple(state.values())}
        world.compile(patch)
        for name, value in steps:
            if name in state:
                state[name] = value
                _set(world, name, value)
                seen.add(tuple(state.values()))
            else:
                DOES_NOT[name](world)
            world.compile(patch)
            assert len(world.made) == len(seen)


def _set(world: World, name: str, value: int) -> None:
    if "/" in name:
        (world.root / name).write_bytes(b"picture" + b" " * value if value else _first(name))
    else:
        first = {"text": "Text", "css": "p { color: red }", "versions": "1"}[name]
        setattr(world, name, first * (value + 1))


def _first(name: str) -> bytes:
    return b"picture" if name == PICTURE else b"h1 {}"


def test_places_are_those_of_today(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.compile(monkeypatch)
    world.line = 7
    there = world.compile(monkeypatch)
    span = Span("content/a/de.yaml", 7, 3)
    assert [box.source for box in there.boxes] == [span]
    assert [finding.span for finding in there.diagnostics] == [span]
    assert [heading.span for heading in there.headings] == [span]
    assert "de.yaml" not in world.made[0]


@pytest.mark.parametrize("kind", [unit_cache.FRAGMENTS, unit_cache.READ])
@pytest.mark.parametrize("damage", [b"", b"{", b"0" * 64 + b"\n[]"])
def test_a_damaged_entry_is_made_again(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: str, damage: bytes
) -> None:
    first = world.compile(monkeypatch)
    (file,) = cache.folder(kind).glob("*.bin")
    file.write_bytes(damage)
    assert world.compile(monkeypatch) == first
    assert len(world.made) == 2
    assert world.compile(monkeypatch) == first
    assert len(world.made) == 2


def test_an_entry_of_another_form_is_made_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, but not what is read today."""
    world.compile(monkeypatch)
    for kind, data in ((unit_cache.FRAGMENTS, b"2\n{}"), (unit_cache.READ, b"{}")):
        (file,) = cache.folder(kind).glob("*.bin")
        cache.keep(kind, file.stem, data)
        world.compile(monkeypatch)
    assert len(world.made) == 3


def test_what_was_read_is_known_to_matter_also_from_the_cache(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.compile(monkeypatch)
    project = Project(world.root).observed()
    worker = Compiler(project, lambda: pytest.fail("it is there"))
    html = HTML.format(line=1, text=world.text)
    sheets = (Stylesheet("styles/b/a.css", world.css),)
    worker.compile(Request(HtmlUnit("unit", html, sheets)))
    assert {f"read {PICTURE}", f"read {IMPORTED}", f"read {USED}", "read gone.svg"} <= {
        *project.asked
    }
