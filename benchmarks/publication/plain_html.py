"""The brochure as one HTML file, as somebody would write it for an engine of paged HTML.

Same words, same styles, same pictures and fonts; only the cutting into units is undone, and each
page is a box, because browsers don't paint over the margins of pages.
"""

import re
from html import escape
from pathlib import Path

from brochure.html import Renderer, units_of

SHEETS = Path(__file__).with_name("sheets.css")
STARTS = {"arbeit": 3, "formel": 4, "gestalten": 6, "stabil": 8, "zukunft": 10}
"""Where the messages start; an author of plain HTML has typed it."""

BODY = re.compile(r'<body class="([^"]*)">(.*)</body>', re.DOTALL)
HEAD = re.compile(r"(<!doctype.*?)</head>", re.DOTALL)
FIRST_PAGE = re.compile(r"@page :first \{[^}]*\}|html \{ break-before: \w+ \}")
OUR_PLACES = re.compile(r' data-(?:template|source|fit)="[^"]*"')
SPREAD = re.compile(r"^<section>(.*)</section>$", re.DOTALL)
PAGE = re.compile(r'(?=<(?:section|div) class="page )')


def plain_html(renderer: Renderer) -> str:
    """One HTML text of the whole brochure, its styles inside, its pictures in a folder."""
    units = units_of(renderer.document, renderer.format)[0]
    pages = [renderer.html(unit, "right", STARTS).html for unit in units]
    sheets = [sheet.text for sheet in renderer.look.stylesheets]
    styles = "\n".join([*sheets, SHEETS.read_text("utf-8")])
    bodies = "".join(map(_sheets, pages))
    head = FIRST_PAGE.sub("", HEAD.search(pages[0])[1])  # type: ignore[index]
    head += f"<title>{escape(renderer.document.title)}</title>"
    html = f"{head}<style>{styles}</style></head><body>{bodies}</body></html>"
    return OUR_PLACES.sub("", html).replace("project:///content/botschaften/", "")


def _sheets(page: str) -> str:
    """The pages of one unit, each in a box of its own."""
    body = BODY.search(page)
    assert body
    inner = SPREAD.sub(r"\1", body[2].strip())
    _, *parts = PAGE.split(inner)
    boxes = (f'<div class="sheet {body[1]}">{part}</div>\n' for part in parts)
    return "".join(boxes)
