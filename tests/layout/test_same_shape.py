"""What a unit becomes in the tree and the styles of one before it, it becomes by itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from brochure.document.fragment import Fragment
from brochure.document.html import HtmlUnit
from brochure.document.look import Stylesheet
from brochure.layout.fonts import use_only

ROOT = Path(__file__).resolve().parents[2]
CSS = """
@page { size: 90mm 70mm; margin: 8mm 8mm 14mm }
html { font: 10pt/14pt "Source Sans 3", Vazirmatn }
"""
Make = Callable[..., Fragment]

# What the engine writes into styles, looks up again, or works out late; `{}` is a record's text.
CASES = {
    "a text": "<p>{}</p>",
    "words in several places": "<p>A {} <b>{}</b> B</p><p lang=en>{}</p>",
    "a footnote": '<style>.n { float: footnote }</style><p>A<span class="n">{}</span> B</p>',
    "a list": "<ul><li>{}<li>B</ul><ol type=i><li>{}</ol>",
    "a list inside": "<style>ul { list-style-position: inside }</style><ul><li>{}</ul>",
    "a table": "<style>table { border-collapse: collapse } th { padding: 9px }</style>"
    "<table><tr><th>A<td>{}</table>",
    "flex": "<div style='display: flex'><p>{}</p><p style='min-width: auto'>B</p></div>",
    "grid": "<div style='display: grid; grid-template-columns: 1fr 2fr'><p>{}</p><p>B</p></div>",
    "columns": "<div style='columns: 2'><p>{}</p><p>B C D E F G H I J</p></div>",
    "the overflow of the page": "<style>html { overflow: hidden }</style><p>{}</p>",
    "contents": "<div style='display: contents'><p>{}</p></div>",
    "first letter and line": "<style>p::first-letter { font-size: 30pt } "
    "p::first-line { color: red }</style><p>{}</p>",
    "content": "<style>p::before { content: counter(c) attr(class); counter-increment: c }"
    "</style><p class=a>{}</p><p class=b>{}</p>",
    "leaders": "<style>a::after { content: leader('.') target-counter(attr(href), page) }</style>"
    "<p><a href='#b'>{}</a></p><p id=b style='break-before: page'>B</p>",
    "a name of its own": "<style>h1 { string-set: t content() }</style><h1 id=a>{}</h1><p>B</p>",
    "a page of its own": "<style>@page x { size: 60mm 60mm } .x { page: x }</style>"
    "<p>{}</p><p class=x>{}</p>",
    "measures of the page": "<p style='width: 50vw; margin-left: 10%; padding: 1em'>{}</p>",
    "an absolute place": "<p style='position: absolute; right: 0; bottom: 0; opacity: .5'>{}</p>",
    "nothing": "<style>p:empty { height: 20mm; background: red }</style><p>{}</p>",
    "white space": "<pre>{}\n  B</pre><p>{} <i> </i>{}</p>",
    "something unknown": "<p style='colour: red; width: calc(1px / 0)'>{}</p>",
}
TEXTS = (
    "Erst",
    "Ein zweiter, der länger ist & mehr <Zeilen> braucht, „so“ viele wie es eben sind",
    "",
)


@pytest.fixture(scope="module")
def make() -> Iterator[Make]:
    """A unit → its fragment, laid out for itself or in the shape of those before."""
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine
    from brochure.pdf.paint import paint

    engine = Engine(lambda file: (ROOT / file).read_bytes())
    sheets = (Stylesheet("styles/case.css", CSS),)

    def run(body: str, *, of_record: bool) -> Fragment:
        html = f'<!doctype html><html lang="de"><title>T</title><body>{body}</body></html>'
        return paint(engine.lay_out(HtmlUnit("unit", html, sheets, of_record)))

    yield run


@pytest.mark.parametrize("name", CASES)
def test_it_is_as_if_alone(make: Make, name: str) -> None:
    bodies = [CASES[name].replace("{}", str(escape(text))) for text in (*TEXTS, *TEXTS)]
    alone = [make(body, of_record=False) for body in bodies[:3]]
    for index, body in enumerate(bodies):
        assert make(body, of_record=True) == alone[index % 3], body


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_read_as_a_parser_reads_it(make: Make, text: str) -> None:
    make("<p>A</p>", of_record=True)
    body = f"<p>{escape(text)}</p>"
    assert make(body, of_record=True) == make(body, of_record=False)


def test_styles_are_kept(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests above would say nothing."""
    import weasyprint.css

    make("<p class=kept>A</p>", of_record=True)
    monkeypatch.setattr(weasyprint.css, "StyleFor", lambda *_: pytest.fail("it is styled again"))
    make("<p class=kept>B</p>", of_record=True)


def test_what_is_replaced_and_read_of_the_engine() -> None:
    """An upgrade of WeasyPrint must look again."""
    from inspect import signature

    from weasyprint import VERSION, css, document

    assert VERSION.startswith("70.")
    assert list(signature(css.get_all_computed_styles).parameters) == [
        "html",
        "user_stylesheets",
        "presentational_hints",
        "font_config",
        "counter_style",
        "color_profiles",
        "page_rules",
        "layers",
        "target_collector",
        "forms",
    ]
    assert hasattr(document, "get_all_computed_styles")
    for name in ("get_computed_styles", "get_cascaded_styles", "set_computed_styles"):
        assert hasattr(css.StyleFor, name)
    assert {"__missing__", "copy"} <= set(vars(css.ComputedStyle))
