"""A layout that does not fit its section is told where it is written."""

import pytest

from brochure.catalog import Format
from brochure.diagnostics import Span
from brochure.document.blocks import Block, ListBlock, TextBlock
from brochure.document.document import Document, Section, Source
from brochure.document.look import Look
from brochure.html import wrong_layouts

AT = Span("content/x/de.yaml", 9, 13)
TEMPLATES = {
    "brochure/formula.html.j2": ("f", "{# for: message; needs: list, text #}\n"),
    "brochure/free.html.j2": ("f", "<p>"),
    "brochure/wide.html.j2": ("f", "{% extends 'brochure/opener.html.j2' %}"),
    "brochure/cover.html.j2": ("f", "{# The look's own. #}"),
}
LOOK = Look("l", ("Source Sans 3",), (), (), TEMPLATES)
TEXT = TextBlock(id="t", text="Text")
LIST = ListBlock(id="l", list=())


def told(
    message: str = "single",
    introduction: str = "contents",
    blocks: tuple[Block, ...] = (),
    format_: str = "a5-brochure",
) -> list[tuple[str, Span | None, dict[str, str]]]:
    document = Document(
        title="T",
        description="D",
        introduction=Section(id="i", heading="I", layout=introduction),
        messages=(Section(id="m", heading="M", layout=message, blocks=blocks),),
        imprint=Section(id="p", heading="P", layout="back"),
    )
    places = {("messages", 0, "layout"): AT, ("introduction", "layout"): AT}
    source = Source(document, "de", "content/x/de.yaml", places, {})
    found = wrong_layouts(source, LOOK, Format.named(format_))
    return [(item.sentence, item.span, dict(item.values)) for item in found]


@pytest.mark.parametrize("layout", ["single", "opener", "free", "wide"])
def test_layouts_that_fit_a_message(layout: str) -> None:
    assert told(layout) == []


@pytest.mark.parametrize("layout", ["singel", "contents", "back", "cover"])
def test_layouts_for_something_else(layout: str) -> None:
    ((sentence, span, values),) = told(layout)
    assert (sentence, span) == ("html/template-missing/layout", AT)
    assert set(values["near"].split(", ")) <= {"formula", "free", "opener", "single", "wide"}


def test_a_message_layout_for_the_introduction() -> None:
    ((sentence, _, values),) = told(introduction="opener")
    assert (sentence, values["near"]) == ("html/template-missing/layout", "contents, free")


def test_a_layout_that_needs_blocks() -> None:
    assert told("formula", blocks=(TEXT, LIST)) == []
    ((sentence, span, values),) = told("formula", blocks=(TEXT,))
    assert (sentence, span, values["kind"]) == ("html/template-fault/needs", AT, "list")


def test_a_poster_does_not_ask_for_layouts() -> None:
    assert told("contents", format_="a2-poster") == []
