"""A look from its settings, its colour book and the files they name."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from brochure.diagnostics import Diagnostic, Problems
from brochure.document.look import Look, Stylesheet
from brochure.document.walk import KeyPath
from brochure.look.colours import colours_of, wrong_colours
from brochure.look.settings import lists_for, wrong_settings
from brochure.look.toml_file import TomlFile

ReadText = Callable[[str], str]
"""The text of a file of the project; `Problems` when it can't be read."""


def read_look(
    name: str, kind: str, read: ReadText, templates: Mapping[str, tuple[str, str]]
) -> Look:
    """The look for one kind of format (`brochure`, …), or for the twin of all (`twin`).

    Raises `Problems` with all that is wrong in its settings.
    """
    folder = f"styles/{name}"
    settings, book = (
        TomlFile.read(file, read(file))
        for file in (f"{folder}/look.toml", f"{folder}/colours.toml")
    )
    wrong = [*wrong_settings(settings, kind), *wrong_colours(book)]
    if wrong:
        raise Problems(wrong)
    return Look(
        name=name,
        families=tuple(settings.tree["families"]),
        colours=colours_of(book),
        stylesheets=_stylesheets(settings, folder, lists_for(kind), read),
        templates=templates,
        families_at=settings.place(("families",)),
    )


def _stylesheets(
    settings: TomlFile, folder: str, keys: tuple[str, ...], read: ReadText
) -> tuple[Stylesheet, ...]:
    sheets: list[Stylesheet] = []
    wrong: list[Diagnostic] = []
    for key in keys:
        for index, name in enumerate(settings.tree["stylesheets"][key]):
            file = f"{folder}/{name}"
            try:
                sheets.append(Stylesheet(file, read(file)))
            except Problems as problems:
                path = ("stylesheets", key, index)
                wrong += [_at_its_name(item, settings, path) for item in problems.diagnostics]
    if wrong:
        raise Problems(wrong)
    return tuple(sheets)


def _at_its_name(finding: Diagnostic, settings: TomlFile, path: KeyPath) -> Diagnostic:
    """A file that is not there is told where it is named."""
    missing = finding.code == "project/file-missing"
    return replace(finding, span=settings.place(path)) if missing else finding
