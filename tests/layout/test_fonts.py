"""Fonts: whole files, the families they name, settings that let in no others."""

import shutil
from pathlib import Path

import pytest

from brochure.diagnostics import Problems, Span
from brochure.document.look import Look
from brochure.layout.fonts import families_missing, provided
from brochure.layout.sfnt import DamagedFont, families

ROOT = Path(__file__).resolve().parents[2]
REGULAR = ROOT / "fonts/source-sans-3/SourceSans3-Regular.ttf"


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    folder = tmp_path / "fonts"
    folder.mkdir()
    shutil.copy(ROOT / "fonts/fonts.conf", folder)
    shutil.copy(REGULAR, folder)
    return folder


def places(folder: Path) -> list[str]:
    with pytest.raises(Problems) as caught:
        provided(folder)
    assert {item.code for item in caught.value.diagnostics} == {"layout/no-fonts"}
    return [str(item.span) for item in caught.value.diagnostics]


def test_families_of_every_font_of_the_project() -> None:
    assert {"Source Sans 3", "Source Sans 3 Black", "Vazirmatn"} <= provided(ROOT / "fonts")


@pytest.mark.parametrize("length", [0, 1, 4, 11, 12, 50, 300, 1000, 200_000, -1])
def test_a_font_cut_anywhere_is_none(length: int) -> None:
    with pytest.raises(DamagedFont):
        families(REGULAR.read_bytes()[:length])


@pytest.mark.parametrize("data", [b"cut", b"\0" * 500_000, b"<html>" * 99])
def test_what_is_no_font(data: bytes) -> None:
    with pytest.raises(DamagedFont):
        families(data)


def test_a_cut_font_is_told_at_its_file(fonts: Path) -> None:
    (fonts / "deep").mkdir()
    (fonts / "deep" / "Cut.OTF").write_bytes(REGULAR.read_bytes()[:-1])
    assert places(fonts) == ["fonts/deep/Cut.OTF"]


def test_no_font_at_all(fonts: Path) -> None:
    (fonts / REGULAR.name).unlink()
    assert places(fonts) == ["fonts"]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ("", "fonts/fonts.conf:1:1"),
        ("<fontconfig>\n<dir", "fonts/fonts.conf:2:1"),
        ("<html/>", "fonts/fonts.conf:1:1"),
        ("<fontconfig/>", "fonts/fonts.conf:1:1"),
        ("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>", "fonts/fonts.conf:1:1"),
        ('<fontconfig><dir prefix="relative">..</dir></fontconfig>', "fonts/fonts.conf:1:1"),
        ('<fontconfig><dir prefix="relative">/usr</dir></fontconfig>', "fonts/fonts.conf:1:1"),
    ],
)
def test_settings_that_can_not_be_used(fonts: Path, settings: str, place: str) -> None:
    (fonts / "fonts.conf").write_text(settings)
    assert places(fonts) == [place]


def test_a_family_that_no_font_has_is_told_where_the_look_names_it() -> None:
    span = Span("styles/l/look.toml", 1, 12)
    look = Look("l", ("Source Sans 3", "Source Sanz 3"), (), (), {}, span)
    (finding,) = families_missing(look, provided(ROOT / "fonts"))
    assert (finding.span, dict(finding.values)["name"]) == (span, "Source Sanz 3")
