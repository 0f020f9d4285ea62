"""Small black text and thin black lines print over, all else knocks out what lies below."""

import re

import pytest

from tests.pdf.colour.conftest import Separate

PAINTED = re.compile(rb"/(\S+) gs|(?:^| )(TJ|f\*?|S|B|sh|Do)$", re.MULTILINE)
HOW = {
    b"overprint": "over",
    b"knockout": "out",
    b"overprint.stroke": "stroke over",
    b"overprint.fill": "fill over",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm" viewBox="0 0 40 20">'


def printed(content: bytes) -> list[str]:
    """How each thing on the page is printed: over, out, or by which of fill and stroke."""
    how, found = "out", []
    for state, operator in PAINTED.findall(content):
        if state in HOW:
            how = HOW[state]
        elif operator:
            found.append(f"{operator.decode()} {how}")
    return found


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("font-size: 11.9pt; color: black", "over"),
        ("font-size: 12pt; color: black", "out"),
        ("font-size: 8pt; color: white", "out"),
        ("font-size: 8pt; color: #010101", "out"),
        ("font-size: 8pt; color: #10222E", "out"),
        ("font-size: 8pt; color: #0050A0", "out"),
        ("font-size: 8pt; color: #FF00FE", "over"),
        ("font-size: 40pt; color: #FF00FE", "over"),
        ("font-size: 8pt; color: device-cmyk(0 0 0 1)", "over"),
        ("font-size: 8pt; color: device-cmyk(0.1 0 0 1)", "out"),
    ],
)
def test_text(separate: Separate, style: str, text: str) -> None:
    assert printed(separate(f'<p style="{style}">Wort').content()) == [f"TJ {text}"]


@pytest.mark.parametrize(("scale", "text"), [(1.4, "over"), (1.6, "out")])
def test_text_counts_as_large_as_it_lies_on_the_page(
    separate: Separate, scale: float, text: str
) -> None:
    html = f'<p style="font-size: 8pt; color: black; transform: scale({scale})">Wort'
    assert printed(separate(html).content()) == [f"TJ {text}"]


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        ('<path d="M0 0h9" fill="none" stroke="black" stroke-width="0.7"/>', ["S over"]),  # 1.98 pt
        ('<path d="M0 0h9" fill="none" stroke="black" stroke-width="0.72"/>', ["S out"]),  # 2.04 pt
        ('<path d="M0 0h9" fill="none" stroke="#111" stroke-width="0.1"/>', ["S out"]),
        ('<path d="M0 0h9" fill="none" stroke="white" stroke-width="0.1"/>', ["S out"]),
        ('<rect width="9" height="0.5"/>', ["f over"]),
        ('<rect width="9" height="9"/>', ["f out"]),
        ('<rect width="9" height="0.5" stroke="black" stroke-width="3"/>', ["B fill over"]),
        (
            '<rect width="9" height="9" fill="red" stroke="black" stroke-width="0.1"/>',
            ["B stroke over"],
        ),
        ('<rect width="9" height="9" fill="#FF00FE"/>', ["f over"]),
    ],
)
def test_lines(separate: Separate, drawing: str, found: list[str]) -> None:
    file = f"{SVG}{drawing}</svg>".encode()
    page = separate('<img src="project:///a.svg" alt="a">', given={"a.svg": file})
    assert printed(page.content()) == found


@pytest.mark.parametrize(
    ("border", "found"),
    [
        ("border: 0.5pt solid black", ["f* over"]),
        ("border-bottom: 1pt solid black", ["f* over"]),
        ("border: 3pt solid black", ["f* out"]),
        ("border-bottom: 3pt solid black", ["f* out"]),
        ("border: 0.5pt solid white", ["f* out"]),
    ],
)
def test_borders_are_lines(separate: Separate, border: str, found: list[str]) -> None:
    html = f'<div style="{border}; width: 30mm; height: 9mm"></div>'
    assert printed(separate(html).content()) == found


def test_what_follows_black_text_knocks_out_again(separate: Separate) -> None:
    html = """<p style="color: black">eins</p><div style="background: red; height: 5mm"></div>
    <p style="color: black">zwei <b style="color: white">drei</b> vier</p>"""
    assert printed(separate(html).content()) == [
        *("f out", "TJ over", "TJ over", "TJ out", "TJ over")
    ]


def test_a_group_begins_as_one_that_knocks_out(separate: Separate) -> None:
    html = '<p style="color: black">eins</p><p style="opacity: 0.5; color: red">zwei</p>'
    assert printed(separate(html).content()) == ["TJ over", "Do out"]
