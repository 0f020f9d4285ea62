"""Whatever stands in a document and however it is laid out: what is read is what was written.

Words run over lines, columns, pages and inline elements, are hyphenated, shift with flex and float;
read through the tree they come back whole, once, in their order.
"""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pdf.conftest import Make, html_of, make
from tests.pdf.tagged import Tagged

__all__ = ["make"]

WORDS = (
    *("Bochum", "und", "die", "Straßenverkehrsbehörde", "ermöglichen", "für", "alle", "am"),
    *("Verwaltungsgerichtsordnungen", "Rhein-Ruhr-Kanal,", "2026", "z.\u00a0B.", "„groß“", "–"),
    *("Übermut", "tut", "selten", "gut;", "Donau\u00addampf\u00adschiff"),
)
TAGS = ("em", "strong", "span", "b", "code", "a href='https://bochum.de'")
LAYOUTS = (
    "",
    "columns:2;column-gap:4mm",
    "display:flex;flex-direction:column-reverse",
    "text-align:justify",
    "position:relative;opacity:.9",
    "transform:rotate(3deg)",
)

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@st.composite
def inline(draw: st.DrawFn) -> str:
    """A run of text with elements in it; space around them or none, and now and then a new line."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        tag = draw(st.sampled_from((None, None, *TAGS, "br")))
        text = draw(words)
        space = draw(st.sampled_from((" ", " ", "\n  ", "")))
        if tag is None:
            parts.append(text + space)
        elif tag == "br":
            parts.append("<br>")
        else:
            parts.append(f"<{tag}>{text}</{tag.split()[0]}>{space}")
    return "".join(parts)


blocks = st.one_of(
    inline().map(lambda text: f"<p>{text}</p>"),
    inline().map(lambda text: f"<h2>{text}</h2>"),
    st.lists(inline(), min_size=1, max_size=3).map(
        lambda items: f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    ),
    inline().map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
    inline().map(lambda text: f"<table><tr><th>Kopf</th></tr><tr><td>{text}</td></tr></table>"),
)


def read_of(source: str) -> str:
    """The words of the HTML as a person would copy them, without what only breaks."""
    text = re.sub(r"<br>|</?(?:p|h2|ul|li|blockquote|table|tr|th|td|div|h1)[^>]*>", " ", source)
    text = re.sub(r"<[^>]*>", "", text).replace("\u00ad", "")
    return " ".join(text.split())


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    parts=st.lists(blocks, min_size=1, max_size=4),
    layout=st.sampled_from(LAYOUTS),
    width=st.integers(38, 74),
)
def test_what_is_read_is_what_was_written(
    make: Make, parts: list[str], layout: str, width: int
) -> None:
    style = f"hyphens:auto;orphans:1;widows:1;width:{width}mm"
    # WeasyPrint 70 loses words of a flex box that is higher than its page (`pdf/words` tells it).
    tall = "@page { size: 90mm 500mm }" if "flex" in layout else ""
    body = f"<h1>Titel</h1><div style='{style};{layout}'>{''.join(parts)}</div>"
    found = Tagged(make(html_of(body), css=tall).pdf.data)
    text = " ".join(found.text().replace("\u00ad", "").split())
    without_bullets = re.sub(r"(?:^| )•(?= |$)", "", text)
    assert without_bullets == read_of(body)
    assert found.untagged() == []
    assert len(found.seen) == len(set(found.seen))
    assert "UNMARKED" not in found.show()
