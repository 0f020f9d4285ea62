"""The colour book: full colours, tints of them, spot colours, plates."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations
from typing import Any

from brochure.diagnostics import Diagnostic
from brochure.document.look import Colour
from brochure.look.forms import COLOUR, COLOUR_NAME, SPOT, TINT, Form
from brochure.look.settings import finding, wrong_table
from brochure.look.toml_file import TomlFile

FULL = 100
Book = dict[str, dict[str, Any]]


def wrong_colours(toml: TomlFile) -> Iterator[Diagnostic]:
    """What is wrong in the colour book: first each colour alone, then what they say together."""
    wrong = list(_wrong_alone(toml))
    yield from wrong or _wrong_together(toml, toml.tree["colour"])


def colours_of(toml: TomlFile) -> tuple[Colour, ...]:
    """The colours of a book in which nothing is wrong."""
    book: Book = toml.tree["colour"]
    return tuple(_colour(book, name) for name in book)


def _colour(book: Book, name: str) -> Colour:
    values = book[name]
    full = book[values.get("tint_of", name)]
    return Colour(
        name,
        values["srgb"],
        tuple(full["cmyk"]),
        full.get("spot"),
        overprint=full.get("overprint", False),
        tint=values.get("tint", FULL),
    )


def _wrong_alone(toml: TomlFile) -> Iterator[Diagnostic]:
    table = Form(lambda value: isinstance(value, dict), "[colour.ink]")
    yield from wrong_table(toml, (), {"colour": table})
    book = toml.tree.get("colour")
    for name, colour in book.items() if isinstance(book, dict) else ():
        path = ("colour", name)
        if isinstance(colour, dict) and COLOUR_NAME.fullmatch(name):
            yield from wrong_table(toml, path, TINT if "tint_of" in colour else COLOUR)
            if colour.get("overprint") and "spot" not in colour:
                yield finding(toml, (*path, "spot"), SPOT)
        else:
            yield finding(toml, path, table)


def _wrong_together(toml: TomlFile, book: Book) -> Iterator[Diagnostic]:
    full = [name for name, values in book.items() if "tint_of" not in values]
    lost = [name for name, values in book.items() if values.get("tint_of", name) not in full]
    for name in lost:
        wanted = book[name]["tint_of"]
        known = ", ".join(get_close_matches(wanted, full, 1) or full)
        place = toml.place(("colour", name, "tint_of"))
        yield Diagnostic.of("project/look-tint", place, name=wanted, known=known)
    for first, second in combinations([] if lost else colours_of(toml), 2):
        yield from _unlike(toml, first, second)


def _unlike(toml: TomlFile, first: Colour, second: Colour) -> Iterator[Diagnostic]:
    """Two colours that nobody could tell apart, and two that mean one ink otherwise."""
    path = ("colour", second.name)
    if first.rgb == second.rgb and _inks(first) != _inks(second):
        place = toml.place((*path, "srgb"))
        yield Diagnostic.of("project/look-colour-twice", place, name=second.name, other=first.name)
    same_spot = first.spot is not None and first.spot == second.spot
    are_full = first.tint == second.tint == FULL  # of a tint, the full colour is told
    if same_spot and are_full and (first.cmyk, first.overprint) != (second.cmyk, second.overprint):
        place = toml.place((*path, "cmyk"))
        yield Diagnostic.of("project/look-spot-twice", place, spot=second.spot, other=first.name)


def _inks(colour: Colour) -> tuple[object, ...]:
    return colour.cmyk, colour.spot, colour.tint
