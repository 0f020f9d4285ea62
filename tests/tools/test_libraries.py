"""`doctor` knows what is missing and names the line that installs it, on every system it knows."""

from pathlib import Path

import pytest

from brochure.diagnostics.messages import say
from brochure.tools.libraries import NEEDS, Need, facts, install_line, system_store


def missing(*names: str):  # type: ignore[no-untyped-def]
    return lambda need: None if need.name in names else "1.0"


def need(name: str) -> Need:
    return next(item for item in NEEDS if item.name == name)


@pytest.mark.parametrize(
    ("store", "line"),
    [
        ("apt", "sudo apt install libharfbuzz-subset0"),
        ("dnf", "sudo dnf install harfbuzz"),
        ("apk", "sudo apk add harfbuzz-subset"),
        ("pacman", "sudo pacman -S harfbuzz"),
        ("brew", "brew install harfbuzz"),
    ],
)
def test_a_missing_library_and_its_line(store: str, line: str) -> None:
    lost = [fact for fact in facts(missing("HarfBuzz-Subset"), store) if fact.found is None]
    assert [(fact.need.name, fact.install) for fact in lost] == [("HarfBuzz-Subset", line)]


def test_python_packages_come_by_pip_everywhere_and_windows_has_no_line() -> None:
    assert install_line(need("pydantic"), None) == "pip install pydantic"
    assert install_line(need("Pango"), None) is None


@pytest.mark.parametrize(
    ("text", "store"),
    [
        ("ID=debian\n", "apt"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt"),
        ("ID=fedora\n", "dnf"),
        ("ID=alpine\n", "apk"),
        ("ID=arch\n", "pacman"),
        ("ID=void\n", None),
    ],
)
def test_the_store_of_a_distribution(tmp_path: Path, text: str, store: str | None) -> None:
    file = tmp_path / "os-release"
    file.write_text(text)
    assert system_store("linux", file) == store


def test_the_store_of_other_systems(tmp_path: Path) -> None:
    assert system_store("darwin") == "brew"
    assert system_store("win32") is None
    assert system_store("linux", tmp_path / "nothing") is None


def test_this_machine_has_all_that_is_required() -> None:
    assert [fact.need.name for fact in facts() if fact.need.required and not fact.found] == []


def test_every_need_says_what_it_is_for_and_has_a_line_for_every_store() -> None:
    for item in NEEDS:
        assert say(item.purpose, "en") and say(item.purpose, "de")
        stores = {"pip"} if item.kind == "package" else {"apt", "dnf", "apk", "pacman", "brew"}
        assert set(item.stores) == stores, item.name
