"""Checks of the structure of a unit's HTML: one good page, one thing damaged."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

import pytest

from brochure.check import headings_of, wrong_structure
from brochure.check.access import heading_order
from brochure.check.in_builds import told
from brochure.diagnostics import Diagnostic, Span
from brochure.document.fragment import Heading, Outline
from brochure.html.positions import positioned

GOOD = """
<body>
<h1>Eins</h1>
<h2 data-source="content/a/de.yaml:3:5">Zwei</h2>
<h3>Drei</h3>
<h2>Wieder zwei</h2>
<ul><li>Punkt</li></ul>
<table><tr><th>Kopf</th></tr><tr><td>Zelle</td></tr></table>
<table role="presentation"><tr><td>Links</td><td>Rechts</td></tr></table>
<p><a href="https://bochum.de">Stadt</a> <a href="#x"><img src="x" alt="Karte"/></a></p>
<p><img src="x" alt=""/> <span role="img" aria-label="Stern">*</span></p>
<svg xmlns="http://www.w3.org/2000/svg"><title>Kreis</title></svg>
</body>
"""
DAMAGED = {
    "access/heading-order": [
        ("<h2 data", "<h3 data", "</h2>", "</h3>"),
        ("<h1>Eins</h1>", "", "", ""),
    ],
    "access/heading-empty": [("<h3>Drei</h3>", "<h3> </h3>", "", "")],
    "access/list-item": [("<ul><li>Punkt</li></ul>", "<div><li>Punkt</li></div>", "", "")],
    "access/list-content": [("<ul><li>Punkt</li>", "<ul><p>Punkt</p>", "", "")],
    "access/table-header": [("<th>Kopf</th>", "<td>Kopf</td>", "", "")],
    "access/link-text": [(">Stadt</a>", "></a>", "", ""), ('alt="Karte"', 'alt=""', "", "")],
    "access/picture-alt": [
        ('alt=""', "", "", ""),
        ("<title>Kreis</title>", "", "", ""),
        ('aria-label="Stern"', "", "", ""),
    ],
}
CASES = [(code, change) for code, changes in DAMAGED.items() for change in changes]


def skipped_headings(headings: Iterable[Heading]) -> Iterator[Diagnostic]:
    return told(Outline(tuple(headings)), heading_order)


def codes(html: str) -> list[str]:
    root = ElementTree.fromstring(positioned(html, "styles/a/page.html.j2"))
    found = [*skipped_headings(headings_of(root)), *wrong_structure(root)]
    assert all(item.span for item in found)
    return [item.code for item in found]


def test_a_good_page_has_no_finding() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(("code", "change"), CASES)
def test_one_thing_damaged(code: str, change: tuple[str, str, str, str]) -> None:
    old, new, end, new_end = change
    before, _, after = GOOD.partition(old)
    assert after, "the case no longer fits"
    assert code in codes(before + new + (after.replace(end, new_end, 1) if end else after))


def test_a_heading_of_the_text_is_told_at_the_text_and_one_of_the_template_there() -> None:
    html = positioned(
        '<body>\n<h2 data-source="content/a/de.yaml:3:5">A</h2>\n<h1>B</h1>\n  <h3>C</h3></body>',
        "styles/a/page.html.j2",
    )
    found = list(skipped_headings(headings_of(ElementTree.fromstring(html))))
    assert [item.span for item in found] == [
        Span("content/a/de.yaml", 3, 5),
        Span("styles/a/page.html.j2", 4, 3),
    ]


def test_levels_go_on_from_unit_to_unit() -> None:
    roots = [ElementTree.fromstring(f"<body>{h}</body>") for h in ("<h1>A</h1>", "<h2>B</h2>")]
    heads = [heading for root in roots for heading in headings_of(root)]
    assert list(skipped_headings(heads)) == []
    assert [item.code for item in skipped_headings(heads[1:])] == ["access/heading-order"]
