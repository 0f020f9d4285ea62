"""The strategy diagram is made from its numbers."""

import math
from base64 import b64decode
from itertools import pairwise
from xml.etree import ElementTree

from brochure.document.blocks import StrategyDiagram, StrategyLevel
from brochure.document.look import Colour, Look
from brochure.html.diagram import SIZE, rings, strategy_svg

LEVELS = tuple(
    StrategyLevel(id=f"l{count}", count=count, label=f"Ebene {count}") for count in (5, 25, 125)
)
DIAGRAM = StrategyDiagram(names=("A & B", "C", "D", "E", "F"), levels=LEVELS)
NAMES = ("ink", "paper", "one", "two", "three", "four", "five")
LOOK = Look(
    "l", ("Source Sans 3",), tuple(Colour(n, "#123456", (0, 0, 0, 1)) for n in NAMES), (), {}
)


def test_each_ring_has_as_many_dots_as_its_number_says() -> None:
    assert [len(ring) for ring in rings(DIAGRAM)] == [5, 25, 125]


def test_every_sector_has_its_share_and_no_dot_leaves_the_drawing() -> None:
    for ring in rings(DIAGRAM):
        colours = [dot.colour for dot in ring]
        assert {colours.count(colour) for colour in colours} == {len(ring) // 5}
        for dot in ring:
            assert dot.radius <= dot.x <= SIZE - dot.radius
            assert dot.radius <= dot.y <= SIZE - dot.radius


def test_dots_of_a_ring_do_not_touch() -> None:
    for ring in rings(DIAGRAM):
        for first, second in pairwise(ring):
            assert math.dist((first.x, first.y), (second.x, second.y)) > first.radius * 2


def test_the_drawing_is_well_formed_and_carries_the_names() -> None:
    svg = b64decode(strategy_svg(DIAGRAM, LOOK).partition(",")[2])
    root = ElementTree.fromstring(svg)
    texts = [item.text for item in root.iter("{http://www.w3.org/2000/svg}text")]
    circles = list(root.iter("{http://www.w3.org/2000/svg}circle"))
    assert texts == ["A & B", "C", "D", "E", "F"]
    assert len(circles) == 155
