"""A format of a project (`formats/NAME.toml`), held against what a format must be."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from brochure.catalog import Edges, Fold, Format, known
from brochure.diagnostics import Diagnostic, Problems
from brochure.look.forms import NAME, Form, is_length, is_text, one_of, texts
from brochure.look.toml_file import TomlFile

KINDS = ("brochure", "leaflet", "poster")
EDGES = ("top", "right", "bottom", "left")
SIDES = ("outside", "inside")
NEAR = 0.05
"""Millimetres by which the sum of panels may differ from the sheet, as no machine folds finer."""


def _is_bleed(value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) <= set(EDGES) and all(map(is_length, value.values()))
    return is_length(value)


def _is_title(value: Any) -> bool:
    return (
        isinstance(value, dict) and {"de", "en"} <= set(value) and all(map(is_text, value.values()))
    )


def _are_lengths(value: Any) -> bool:
    return isinstance(value, list) and all(is_length(item) and item > 0 for item in value)


SIZE = Form(lambda value: is_length(value) and value > 0, "210 (mm)")
FORMAT = {
    "kind": Form(one_of(KINDS), '"leaflet" (or "brochure", "poster")'),
    "width": SIZE,
    "height": SIZE,
    "bleed": Form(_is_bleed, "3 or { top = 3, right = 3, bottom = 3, left = 0 } (mm)"),
    "units": Form(lambda value: texts(NAME, value, 1), '["outside", "inside"]'),
    "title": Form(_is_title, '{ de = "Faltblatt", en = "Leaflet" }'),
    "file_per": Form(one_of(("edition", "message")), '"message" (or "edition")', needed=False),
    "page_multiple": Form(lambda value: type(value) is int and value > 0, "4", needed=False),
    "text": Form(lambda value: is_length(value) and value > 0, "10 (points)", needed=False),
    "running": Form(lambda value: type(value) is bool, "true", needed=False),
    "safety": Form(is_length, "4 (mm)", needed=False),
    "distance": Form(is_length, "5 (metres)", needed=False),
    "fold": Form(is_text, '"letter"', needed=False),
    "columns": Form(_are_lengths, "[100, 100, 97] (mm)", needed=False),
    "rows": Form(_are_lengths, "[148.5, 148.5] (mm)", needed=False),
}


def read_format(name: str, file: str, text: str) -> Format:
    """The format of a file; `Problems` with all that is wrong in it."""
    toml = TomlFile.read(file, text)
    wrong = list(_wrong(toml)) or list(_at_odds(toml))
    if wrong:
        raise Problems(wrong)
    return Format.of(name, toml.tree)


def _wrong(toml: TomlFile) -> Iterator[Diagnostic]:
    """Values that have not their form, each by itself."""
    for key in [key for key in toml.tree if key not in FORMAT]:
        near = ", ".join(get_close_matches(key, FORMAT, 1) or FORMAT)
        yield Diagnostic.of("project/format-unknown-key", toml.place((key,)), key=key, known=near)
    for key, form in FORMAT.items():
        if not form.fits(toml.tree[key]) if key in toml.tree else form.needed:
            span = toml.place((key,))
            yield Diagnostic.of("project/format-settings", span, key=key, example=form.example)


def _at_odds(toml: TomlFile) -> Iterator[Diagnostic]:
    """Values that have their form and do not fit one another."""
    values = toml.tree
    bleed = Edges.of(values["bleed"]).largest
    if 2 * bleed >= min(values["width"], values["height"]):
        yield Diagnostic.of("project/format-bleed", toml.place(("bleed",)), bleed=bleed)
    if "fold" in values and values["fold"] not in known("folds"):
        folds = ", ".join(known("folds"))
        span = toml.place(("fold",))
        yield Diagnostic.of("project/unknown-fold", span, name=values["fold"], known=folds)
    elif "fold" in values:
        yield from _panels(toml, Fold.named(values["fold"]), values)
    elif values["kind"] == "leaflet":
        example = FORMAT["fold"].example
        yield Diagnostic.of(
            "project/format-settings", toml.place(("fold",)), key="fold", example=example
        )


def _panels(toml: TomlFile, fold: Fold, values: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Units are its sides; the panels of each direction are as many and make up the sheet."""
    if not set(values["units"]) <= set(SIDES):
        span, example = toml.place(("units",)), FORMAT["units"].example
        yield Diagnostic.of("project/format-settings", span, key="units", example=example)
    rows = {"columns": len(fold.inside[0]), "rows": len(fold.inside)}
    sizes = {"columns": values["width"], "rows": values["height"]}
    for key, count in rows.items():
        panels = values.get(key, [sizes[key]])
        span, total = toml.place((key,)), sum(panels)
        if len(panels) != count:
            parts = {"key": key, "count": count, "found": len(panels), "fold": values["fold"]}
            yield Diagnostic.of("project/format-panels", span, variant="count", **parts)
        elif abs(total - sizes[key]) > NEAR:
            parts = {"key": key, "total": f"{total:g}", "sheet": f"{sizes[key]:g}"}
            yield Diagnostic.of("project/format-panels", span, **parts)
