"""Options of `impose`: paper, lengths in millimetres, and all that a job is made of."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from brochure.catalog.sheets import paper, paper_names, signature_sizes
from brochure.cli.session import Ended
from brochure.cli.speech import Option, language
from brochure.diagnostics import Diagnostic, ExitCode
from brochure.document.boxes import MM
from brochure.marks import KINDS
from brochure.sheet.job import BLANK, SCHEMES, WORK, Job

Function = Callable[..., Any]
NONE = "none"
USUAL_MARKS = ("crop", "fold", "slug")
WANTED = tuple(kind for kind in KINDS if kind != "glue")  # which tiles have by themselves
LENGTH = r"(\d{1,4}(?:[.,]\d{1,3})?)"


class Millimetres(click.ParamType[float]):
    """A length: `5`, `2,5`, `2.5mm`; handed on in points."""

    name = "length"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> float:
        """The length in points; a word that is none ends the call."""
        if isinstance(value, float):
            return value
        found = re.fullmatch(rf"{LENGTH} ?(?:mm)?", str(value))
        if not found:
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/wrong-length", None, value=value))
        return _number(found[1]) * MM


class Paper(click.ParamType["tuple[float, float]"]):
    """A sheet of paper: `SRA3`, `320x450`; handed on in points."""

    name = "paper"

    def convert(
        self, value: Any, _: click.Parameter | None, __: click.Context | None
    ) -> tuple[float, float]:
        """Width and height in points; a word that is none ends the call."""
        if str(value).upper() in paper_names():
            width, height = paper(str(value).upper())
            return width * MM, height * MM
        found = re.fullmatch(rf"{LENGTH} ?[x×] ?{LENGTH} ?(?:mm)?", str(value))
        if not found or not all(map(_number, found.groups())):
            known = ", ".join(paper_names())
            finding = Diagnostic.of("cli/wrong-paper", None, value=value, known=known)
            raise Ended(ExitCode.USAGE, finding)
        return _number(found[1]) * MM, _number(found[2]) * MM


class Cells(click.ParamType["tuple[int, int]"]):
    """Columns and rows: `2x4`."""

    name = "cells"

    def convert(
        self, value: Any, _: click.Parameter | None, __: click.Context | None
    ) -> tuple[int, int]:
        """Columns and rows; a word that is none ends the call."""
        found = re.fullmatch(r"([1-9]\d?) ?[x×] ?([1-9]\d?)", str(value))
        if not found:
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/wrong-grid", None, value=value))
        return int(found[1]), int(found[2])


class Grammage(click.ParamType[int]):
    """The weight of paper in g/m²: a whole number."""

    name = "grammage"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> int:
        """Grams a square metre; a word that is none ends the call."""
        if not re.fullmatch(r"[1-9]\d{1,2}", str(value)):
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/wrong-grammage", None, value=value))
        return int(value)


def job_options(function: Function) -> Function:
    """All that a job is made of, handed to the verb as `job`."""

    @wraps(function)
    def with_job(*args: Any, **kwargs: Any) -> Any:
        asked = {name: kwargs.pop(name) for name in NAMES}
        marks = asked.pop("marks") or USUAL_MARKS
        asked["marks"] = tuple(kind for kind in KINDS if kind in marks)
        asked["right_to_left"] = asked.pop("binding") == "right"
        asked["signature"] = int(asked["signature"]) if asked["signature"] else None
        given = {name: value for name, value in asked.items() if value is not None}
        return function(*args, job=Job(**given, language=language()), **kwargs)

    decorated: Function = with_job
    for option in reversed(OPTIONS):
        decorated = option(decorated)
    return decorated


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _choice(name: str, choices: Any, target: str | None = None, multiple: bool = False) -> Function:
    return click.option(
        f"--{name}",
        target or name,
        type=click.Choice(tuple(map(str, choices))),
        multiple=multiple,
        cls=Option,
        help=f"option-{name}",
    )


def _typed(name: str, kind: Any, metavar: str, target: str | None = None) -> Function:
    return click.option(
        f"--{name}", target or name, type=kind, cls=Option, metavar=metavar, help=f"option-{name}"
    )


NAMES = (
    "scheme",
    "sheet",
    "marks",
    "work",
    "binding",
    "grammage",
    "blank",
    "signature",
    "grid",
    "gutter",
    "milling",
    "overlap",
    "margin",
)
OPTIONS = (
    _choice("scheme", SCHEMES),
    _typed("sheet", Paper(), "metavar-paper"),
    _choice("marks", (*WANTED, NONE), multiple=True),
    _choice("work", WORK),
    _choice("binding", ("left", "right")),
    _typed("paper", Grammage(), "metavar-grammage", "grammage"),
    _choice("blank", BLANK),
    _choice("signature", signature_sizes()),
    _typed("grid", Cells(), "metavar-cells"),
    _typed("gutter", Millimetres(), "metavar-length"),
    _typed("milling", Millimetres(), "metavar-length"),
    _typed("overlap", Millimetres(), "metavar-length"),
    _typed("margin", Millimetres(), "metavar-length"),
)
