"""Tables of settings held against their forms."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from brochure.diagnostics import Diagnostic
from brochure.document.walk import KeyPath
from brochure.look.forms import FAMILIES, Form, stylesheets
from brochure.look.toml_file import TomlFile

LISTS_OF_STYLESHEETS = ("all", "brochure", "leaflet", "poster", "twin")


def lists_for(kind: str) -> tuple[str, ...]:
    """The lists that one kind of format takes, in order.

    The twin has stylesheets of its own: those of pages measure in millimetres of paper.
    """
    return (kind,) if kind == "twin" else ("all", kind)


def wrong_settings(toml: TomlFile, kind: str) -> Iterator[Diagnostic]:
    """What is wrong in `look.toml` for one kind of format, or for the twin."""
    table = Form(lambda value: isinstance(value, dict), "[stylesheets]")
    yield from wrong_table(toml, (), {"families": FAMILIES, "stylesheets": table})
    if isinstance(toml.tree.get("stylesheets"), dict):
        needed = lists_for(kind)
        forms = {key: stylesheets(needed=key in needed) for key in LISTS_OF_STYLESHEETS}
        yield from wrong_table(toml, ("stylesheets",), forms)


def wrong_table(toml: TomlFile, path: KeyPath, forms: Mapping[str, Form]) -> Iterator[Diagnostic]:
    """What is wrong in a table; a key that is missing because it is misspelt is told once."""
    table: Any = toml.tree
    for step in path:
        table = table[step]
    misspelt = set()
    for key in table:
        if key not in forms:
            near = get_close_matches(key.lower(), forms, 1)
            misspelt.update(near)
            known = ", ".join(near or forms)
            span = toml.place((*path, key))
            yield Diagnostic.of("project/look-unknown-key", span, key=key, known=known)
    for key, form in forms.items():
        if not form.fits(table[key]) if key in table else form.needed and key not in misspelt:
            yield finding(toml, (*path, key), form)


def finding(toml: TomlFile, path: KeyPath, form: Form) -> Diagnostic:
    """What a setting must be like."""
    key = ".".join(map(str, path))
    return Diagnostic.of("project/look-settings", toml.place(path), key=key, example=form.example)
