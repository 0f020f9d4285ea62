"""Only the project's fonts exist for a build, and each of them is whole.

A font that is taken from the machine looks right here and wrong elsewhere, silently (Kozea/
WeasyPrint #2310). Fontconfig reads its settings once, when the engine is loaded; settings that it
can't read it leaves out with a word on stderr.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.look import Look
from brochure.layout.sfnt import DamagedFont, families

SETTINGS = "fonts.conf"
SUFFIXES = (".ttf", ".otf")


def use_only(folder: Path) -> None:
    """Make fontconfig see only the fonts of a folder; call it before the engine is imported.

    Raises `Problems` as `provided` does.
    """
    provided(folder)
    settings = str(folder / SETTINGS)
    if os.environ.get("FONTCONFIG_FILE") == settings:
        return
    if "weasyprint" in sys.modules:
        raise RuntimeError("fonts must be chosen before the layout engine is loaded")
    os.environ["FONTCONFIG_FILE"] = settings


def provided(folder: Path) -> frozenset[str]:
    """The families that a folder of fonts has.

    Raises `Problems` when its settings or a font in it can't be used: fontconfig itself would go on
    without a word, or end the process.
    """
    found: set[str] = set()
    unusable = [*_wrong_settings(folder)]
    for file in sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES):
        try:
            found |= families(file.read_bytes())
        except (DamagedFont, OSError):
            unusable.append(Span(f"{folder.name}/{file.relative_to(folder)}"))
    if unusable or not found:
        spans = unusable or [Span(folder.name)]
        raise Problems([_finding(span, Path(span.file).name, found) for span in spans])
    return frozenset(found)


def families_missing(look: Look, there: frozenset[str]) -> Iterator[Diagnostic]:
    """A finding for each family that a look names and no font has."""
    for family in look.families:
        if family not in there:
            yield _finding(look.families_at, family, there)


def _finding(span: Span | None, name: str, there: set[str] | frozenset[str]) -> Diagnostic:
    named = ", ".join(sorted(there)) or "–"
    return Diagnostic.of("layout/no-fonts", span, name=name, families=named)


def _wrong_settings(folder: Path) -> Iterator[Span]:
    """Where the settings can't be read, or let in fonts from outside of the folder."""
    file = f"{folder.name}/{SETTINGS}"
    try:
        root = ElementTree.fromstring((folder / SETTINGS).read_bytes())
    except OSError:
        yield Span(file)
        return
    except ElementTree.ParseError as error:
        line, column = error.position
        yield Span(file, line, column + 1)
        return
    folders = list(root.iter("dir"))
    if root.tag != "fontconfig" or not folders or not all(map(_stays_inside, folders)):
        yield Span(file, 1, 1)


def _stays_inside(item: ElementTree.Element) -> bool:
    path = PurePosixPath((item.text or "").strip())
    return item.get("prefix") == "relative" and not path.is_absolute() and ".." not in path.parts
