"""The plot is well-formed, has a bar for every figure, true to scale, and says it in words."""

from xml.etree import ElementTree

from benchmarks.plot import plot
from benchmarks.series import Measured, Missing, Series

SVG = "{http://www.w3.org/2000/svg}"
SERIES = Series(
    "2026-11-24",
    "quick",
    False,
    {},
    {},
    {
        "cold": {
            "brochure": Measured((1.0, 1.5, 2.0), (1, 1, 1)),
            "WeasyPrint": Measured((3.0, 3.0, 4.0), (1, 1, 1)),
            "Typst": Missing("not here", "no <reason>"),
        },
        "records": {"brochure": Missing("not yet", "so"), "A & B": Measured((1,), (0.5,))},
    },
)


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(plot(SERIES))


def test_bars_are_true_to_scale_and_what_is_missing_has_none() -> None:
    widths = [float(bar.attrib["width"]) for bar in drawn().iter(f"{SVG}rect")][1:]
    assert len(widths) == 3
    assert abs(widths[1] / widths[0] - 3.0 / 1.5) < 0.01


def test_lines_reach_from_the_least_to_the_greatest_value() -> None:
    line = next(drawn().iter(f"{SVG}path")).attrib["d"]
    start, end = line.removeprefix("M").split("H")
    left = float(next(bar for bar in list(drawn().iter(f"{SVG}rect"))[1:]).attrib["x"])
    assert abs((float(end) - left) / (float(start.split()[0]) - left) - 2.0) < 0.01


def test_all_is_said_in_words_too() -> None:
    said = drawn().findtext(f"{SVG}desc") or ""
    assert "brochure 1.5, WeasyPrint 3.0" in said and "A & B 2.0" in said
    texts = [text.text for text in drawn().iter(f"{SVG}text")]
    assert {"brochure", "1.5", "WeasyPrint", "3.0", "A & B", "2.0"} <= set(texts)
    assert "Typst" not in texts


def test_nothing_reaches_over_the_edge() -> None:
    picture = drawn()
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    for bar in picture.iter(f"{SVG}rect"):
        x, y = float(bar.get("x", 0)), float(bar.get("y", 0))
        assert x + float(bar.attrib["width"]) <= width
        assert y + float(bar.attrib["height"]) <= height
