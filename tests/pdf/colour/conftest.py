"""HTML → the same pages for the screen and in inks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from brochure.catalog import Condition, Profile
from brochure.document.fragment import Fragment, Metadata
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.look import Colour, Stylesheet
from brochure.layout.fonts import use_only
from brochure.pdf import PageMarks, link
from brochure.pdf.colour import PrintColour, in_inks, without_plates

ROOT = Path(__file__).resolve().parents[3]
FOGRA39 = Condition.named("fogra39")
BOOK = (
    Colour("ink", "#10222E", (60, 30, 0, 90)),
    Colour("one", "#C8441B", (0, 82, 100, 10)),
    Colour("house", "#0050A0", (100, 60, 0, 0), spot="HKS 41 K"),
    Colour("house-light", "#99B9D9", (100, 60, 0, 0), spot="HKS 41 K", tint=40),
    Colour("cut", "#FF00FE", (0, 100, 0, 0), spot="CutContour", overprint=True),
)
CSS = """
@page { size: 90mm 70mm; margin: 8mm }
html { font: 10pt/14pt "Source Sans 3" }
body, p { margin: 0 }
"""
NO_MARKS = PageMarks()
METADATA = Metadata("Titel", "de", ("Wir",), issued="2026-11-24")


_opened: list[pikepdf.Pdf] = []
"""What pikepdf has of a file ends with it."""


@dataclass(frozen=True)
class Separated:
    """One unit before and after, and the files it makes."""

    fragment: Fragment
    web: bytes
    printed: bytes

    def content(self) -> bytes:
        """The operators of the first page in inks, without those of its margins."""
        with pikepdf.open(BytesIO(self.printed)) as pdf:
            contents = pdf.pages[0].Contents
            first = contents[0] if isinstance(contents, pikepdf.Array) else contents
            return first.read_bytes()

    def pictures(self) -> list[Mapping[str, object]]:
        """The image objects of the first page in inks."""
        pdf = pikepdf.open(BytesIO(self.printed))
        _opened.append(pdf)
        return list(pdf.pages[0].get("/Resources").get("/XObject", {}).values())


Separate = Callable[..., Separated]


@pytest.fixture(scope="session")
def separate() -> Iterator[Separate]:
    """Lays out a page with its files, and links it as it is and in inks."""
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine
    from brochure.pdf.paint import paint

    files: dict[str, bytes] = {}
    engine = Engine(files.__getitem__)
    fonts = {
        sha256(data).hexdigest(): data
        for data in map(Path.read_bytes, (ROOT / "fonts").rglob("*.ttf"))
    }

    def linked(
        units: list[tuple[Fragment, Fragment | None]],
        profile: str,
        condition: Condition | None,
        marks: PageMarks = NO_MARKS,
    ) -> bytes:
        named = Profile.named(profile)
        return link(units, named, METADATA, b"case", fonts.__getitem__, condition, marks).pdf.data

    def run(
        html: str,
        css: str = CSS,
        given: Mapping[str, bytes] | None = None,
        colour: PrintColour | None = None,
        marks: PageMarks = NO_MARKS,
    ) -> Separated:
        colour = colour or PrintColour(FOGRA39, BOOK)
        files.clear()
        files.update(given or {})
        unit = HtmlUnit("unit", html, (Stylesheet("styles/case.css", css),))
        body = paint(engine.lay_out(unit))
        margins = engine.lay_out_margins(unit, body.kinds, Numbering(1))
        units = [(body, paint(margins, only_margins=True))]
        inks = in_inks(units, Profile.named("print"), colour)
        return Separated(
            inks[0][0],
            linked(without_plates(units, colour.book), "web", None),
            linked(inks, "print", colour.condition, marks),
        )

    yield run
