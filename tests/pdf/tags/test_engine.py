"""The private names of WeasyPrint that the tags lean on; a person looks at a new version."""

import inspect
from importlib.metadata import version

import pytest

from brochure.layout.fonts import use_only
from tests.pdf.conftest import ROOT, Make

LOOK = "WeasyPrint has moved: see brochure/pdf/tags/{engine,painting}.py and layout/source_order.py"
SIGNATURES = {
    "pdf.stream.Stream.marked": ["self", "box", "tag"],
    "pdf.stream.Stream.artifact": ["self"],
    "pdf.stream.Stream.add_group": ["self", "x", "y", "width", "height"],
    "draw.draw_background": ["stream", "background", "clip_box", "bleed", "marks"],
    "draw.draw_background_image": ["stream", "layer", "style"],
    "draw.draw_border": ["stream", "box"],
    "pdf.add_links": ["links_and_anchors", "matrix", "pdf", "page", "names", "tags"],
    "pdf.add_outlines": ["pdf", "bookmarks", "parent"],
    "pdf.add_tags": ["pdf", "document", "pdf_version", "page_streams"],
    "document.build_formatting_structure": None,
    "layout.inline.split_text_box": ["context", "box", "available_width", "skip", "is_line_start"],
    "formatting_structure.boxes.TextBox.process_text_transform": ["self"],
}


def test_the_version_is_the_one_that_was_looked_at() -> None:
    assert version("weasyprint") == "70.0", LOOK
    assert version("pydyf").startswith("0.13"), LOOK


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_replaced_function_is_still_called_so(name: str) -> None:
    """Looked at in a fresh process of its own would be truer; the source is enough."""
    use_only(ROOT / "fonts")
    import weasyprint
    from weasyprint import document, draw, pdf  # noqa: F401
    from weasyprint.layout import inline  # noqa: F401

    found = weasyprint
    for part in name.split("."):
        assert hasattr(found, part), f"{name}: {LOOK}"
        found = getattr(found, part)
    if (wanted := SIGNATURES[name]) and "brochure" not in found.__module__:
        assert list(inspect.signature(found).parameters) == wanted, f"{name}: {LOOK}"


def test_the_fields_that_are_read_are_there(make: Make) -> None:
    from weasyprint import HTML
    from weasyprint.formatting_structure.boxes import Box

    from brochure.layout.engine import Engine  # noqa: F401

    page = HTML(string="<p>Wort</p>").render().pages[0]._page_box
    texts = [box for box in page.descendants() if hasattr(box, "text")]
    assert texts and texts[0].pango_layout.text == "Wort", LOOK
    assert hasattr(texts[0], "document_order") and hasattr(texts[0], "source_slice"), LOOK
    for name in ("transformation_matrix", "is_leader", "footnote", "element_tag", "hit_area"):
        assert hasattr(Box, name) or hasattr(page, name), f"Box.{name}: {LOOK}"


def test_the_engine_is_as_before_once_a_file_is_painted(make: Make) -> None:
    from brochure.pdf.tags.painting import SEAMS

    before = [getattr(owner, name) for owner, name in SEAMS]
    make("<p>Wort</p>")
    assert [getattr(owner, name) for owner, name in SEAMS] == before


def test_the_same_pages_can_be_painted_again(make: Make) -> None:
    first, second = make("<p>Ein Wort am Ende</p>"), make("<p>Ein Wort am Ende</p>")
    assert first.pdf.data == second.pdf.data
