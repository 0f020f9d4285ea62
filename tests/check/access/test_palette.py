"""Colours of diagrams: one good palette, one thing in it damaged."""

from dataclasses import replace
from typing import Any

import pytest

from brochure.catalog import CheckProfile
from brochure.check.registry import Outcome, all_checks, judged, rules_of
from brochure.diagnostics import Span
from brochure.diagnostics.messages import LANGUAGES
from brochure.diagnostics.show import show
from brochure.document.blocks import StrategyDiagram, StrategyLevel
from brochure.document.look import Colour, Look
from brochure.document.palette import MeaningfulColour, Palette
from brochure.html.diagram import palette_of

SPAN = Span("content/a/de.yaml", 7, 3)
BLUE, ORANGE = MeaningfulColour("blue", (0, 114, 178)), MeaningfulColour("orange", (180, 95, 6))
GOOD = Palette(SPAN, (BLUE, ORANGE), (255, 255, 255), ((0, 1),), is_labelled=False)


def of(one: tuple[int, int, int], other: tuple[int, int, int], **changes: Any) -> Palette:
    colours = (replace(BLUE, colour=one), replace(ORANGE, colour=other))
    return replace(GOOD, colours=colours, **changes)


CASES: dict[str, tuple[Palette, list[str]]] = {
    "good": (GOOD, []),
    "pale": (
        of((0, 114, 178), (242, 176, 30)),
        ["warning access/non-text-contrast content/a/de.yaml:7:3"],
    ),
    "red and green": (
        of((204, 0, 0), (0, 136, 0)),
        ["warning access/colour-blindness/deutan content/a/de.yaml:7:3"],
    ),
    "red and dark brown": (
        of((170, 0, 0), (80, 50, 0)),
        ["warning access/colour-blindness/protan content/a/de.yaml:7:3"],
    ),
    "green and blue": (
        of((0, 110, 110), (0, 100, 150)),
        ["warning access/colour-blindness/tritan content/a/de.yaml:7:3"],
    ),
    "alike, but not side by side": (of((204, 0, 0), (0, 136, 0), neighbours=()), []),
    "alike, but with names": (of((204, 0, 0), (0, 136, 0), is_labelled=True), []),
    "pale on black": (of((0, 114, 178), (242, 176, 30), ground=(0, 0, 0)), []),
}


def outcomes(palette: Palette) -> list[Outcome]:
    rules = rules_of(CheckProfile.named("web").rules, "a.pdf")
    return list(judged(all_checks(), palette, rules))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    palette, told = CASES[name]
    findings = [finding for outcome in outcomes(palette) for finding in outcome.findings]
    assert [f"{item.severity} {item.sentence} {item.span}" for item in findings] == told
    for language in LANGUAGES:
        assert all(show(item, language, lambda _: []) for item in findings)


def test_a_labelled_palette_is_skipped_with_a_reason() -> None:
    ended = outcomes(replace(GOOD, is_labelled=True))
    assert {(item.check, item.status, item.reason) for item in ended} == {
        ("access/colour-blindness", "skipped", "check/skipped/labelled"),
        ("access/non-text-contrast", "skipped", "check/skipped/labelled"),
    }


COLOURS = {
    "ink": "#10222E",
    "paper": "#FFFFFF",
    "one": "#C8441B",
    "two": "#0E7C7B",
    "three": "#F2B01E",
    "four": "#4A0F3D",
    "five": "#1A3E8C",
}


def test_the_palette_of_a_diagram() -> None:
    look = Look("x", ("X",), tuple(Colour(n, c, (0, 0, 0, 0)) for n, c in COLOURS.items()), (), {})
    level = StrategyLevel(id="l", count=10, label="Stufe")
    named = StrategyDiagram(names=("A", "B", "C", "D", "E"), levels=(level,))
    bare = palette_of(StrategyDiagram(levels=(level,)), look, SPAN)
    assert palette_of(named, look).is_labelled and not bare.is_labelled
    assert [item.stands_for for item in palette_of(named, look).colours] == list("ABCDE")
    assert bare.neighbours == ((0, 1), (1, 2), (2, 3), (3, 4), (4, 0))
    told = [finding.sentence for outcome in outcomes(bare) for finding in outcome.findings]
    assert told == ["access/non-text-contrast"]  # the yellow one
