"""Small pages of HTML, through layout and linker, to a finished PDF."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from brochure.catalog import Profile
from brochure.document.fragment import Metadata
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.look import Stylesheet
from brochure.layout.fonts import use_only
from brochure.pdf import Linked, link

ROOT = Path(__file__).resolve().parents[2]
CSS = """
@page { size: 90mm 70mm; margin: 8mm }
html { font: 10pt/14pt "Source Sans 3", Vazirmatn }
body, p, h1, h2, h3, ul, ol, figure { margin: 0 }
"""
FILES = {
    "dot.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<rect width="9" height="9"/></svg>',
}
UNIT = "<!-- unit -->"
METADATA = Metadata("Titel", "de", ("Wir",), issued="2026-11-23")

Make = Callable[..., Linked]


def html_of(body: str) -> str:
    """A whole page around a body, unless it brings its own."""
    if "<html" in body:
        return body
    return f'<!doctype html><html lang="de"><body>{body}</body></html>'


@pytest.fixture(scope="session")
def make() -> Iterator[Make]:
    """HTML of one or more units → a finished PDF."""
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine
    from brochure.pdf.paint import paint

    engine = Engine(lambda file: FILES[file])
    fonts = {
        sha256(data).hexdigest(): data
        for data in map(Path.read_bytes, (ROOT / "fonts").rglob("*.ttf"))
    }

    def run(body: str, profile: str = "web", css: str = "") -> Linked:
        sheets = (Stylesheet("styles/case.css", CSS + css),)
        units = [
            HtmlUnit(f"unit-{number}", html_of(part), sheets)
            for number, part in enumerate(body.split(UNIT), start=1)
        ]
        linked = []
        for unit in units:
            body = paint(engine.lay_out(unit))
            numbering = Numbering(1)
            margins = engine.lay_out_margins(unit, body.kinds, numbering)
            has_margins = any(kind.has_margins for kind in body.kinds)
            linked.append((body, paint(margins, only_margins=True) if has_margins else None))
        return link(linked, Profile.named(profile), METADATA, b"case", fonts.__getitem__)

    yield run
