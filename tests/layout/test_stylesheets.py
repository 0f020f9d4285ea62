"""What is wrong in a stylesheet is told once, at its line; good CSS is left in peace."""

from collections.abc import Iterator

import pytest

from brochure.diagnostics import Diagnostic, Span
from brochure.document.look import Colour, Look, Stylesheet
from brochure.layout.stylesheets import wrong_styles
from brochure.layout.stylesheets.pictures import file_of

FILE = "styles/l/a.css"


def judge(file: str, span: Span) -> Iterator[Diagnostic]:
    if file != "styles/l/there.png":
        yield Diagnostic.of("layout/picture", span, name=file)


def look(*texts: str) -> Look:
    colours = (Colour("ink", "#000000", (0, 0, 0, 100)),)
    sheets = tuple(Stylesheet(FILE, text) for text in texts)
    templates = {"a.html.j2": ("styles/l/templates/a.html.j2", '<p style="--turn: 7deg">')}
    return Look("l", ("Source Sans 3",), colours, sheets, templates)


def told(*texts: str) -> list[tuple[str, str, int, int]]:
    return [
        (item.sentence, *(item.span.file, item.span.line, item.span.column)[1:])
        for item in wrong_styles(look(*texts), judge)
        if item.span
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* } */ a::before { content: '{' } @media print { b { c: d } }",
        "a { color: var(--ink); margin: var(--none, 3mm); rotate: var(--turn) }",
        ":root { --own: 1mm } a { margin: calc(2 * var(--own)) }",
        "a { background: url(there.png) } b { background: url('#a') }",
        "a { background: url(data:image/png;base64,AAAA) }",
        "a { font-family: 'Source Sans 3', sans-serif }",
        "a { font: 700 7.4pt/10pt 'source sans 3' !important; font-family: inherit }",
        "a { font-family: var(--ink) } font:hover { color: red }",
    ],
)
def test_good_style(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a {\n  b: c", 1, 3),
        ("a { b: c }\nd { e: f(g }", 2, 8),
        ("a { }\n@media print {\n b { c: d }", 2, 14),
        ("a { }\n /* b { }", 2, 2),
        ("/* a\nb { }\n/* c */ d { }", 1, 1),
        ("a[b { c: d }", 1, 2),
        ("a { b: url('c'", 1, 8),
        ("a { b: url(c }", 1, 8),
    ],
)
def test_left_open(text: str, line: int, column: int) -> None:
    assert told(text) == [("layout/css/open", line, column)]


@pytest.mark.parametrize(
    ("text", "line", "column"), [("}\na { }", 1, 1), ("a { } }\nb { } }", 1, 7), ("a { b) }", 1, 6)]
)
def test_stray(text: str, line: int, column: int) -> None:
    assert told(text) == [("layout/css/stray", line, column)]


def test_an_undefined_property_is_told_once_with_what_is_near() -> None:
    text = "a { color: var(--inc) }\nb { color: var(--inc) }"
    (finding,) = wrong_styles(look(text, text), judge)
    assert (finding.sentence, finding.span) == ("layout/css/undefined", Span(FILE, 1, 16))
    assert dict(finding.values)["near"] == "--ink"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a {\n font-family: 'Source Sanz 3' }", 2, 15),
        ("a { font-family: Source Sans }", 1, 18),
        ("a { font-family: serif }", 1, 18),
        ("a { font: 7pt Arial, sans-serif } b { font: bold 8pt/2 Arial }", 1, 15),
    ],
)
def test_family_of_nobody(text: str, line: int, column: int) -> None:
    assert told(text) == [("pdf/foreign-font/style", line, column)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("@font-face { font-family: 'Source Sans 3'; src: url(x.ttf) }", "font-face"),
        ("@import url(b.css);", "import"),
        ("@import 'b.css' print;", "import"),
    ],
)
def test_rules_that_bring_in_files(text: str, rule: str) -> None:
    assert told(text) == [(f"layout/css/{rule}", 1, 1)]


@pytest.mark.parametrize(
    "text", ["a {" * 99 + "}" * 99, "a { b: " + "(" * 5000 + ")" * 5000 + " }"]
)
def test_brackets_in_brackets(text: str) -> None:
    assert [sentence for sentence, _, _ in told(text)] == ["layout/css/deep"]


@pytest.mark.parametrize(
    "address", ["none.png", "'none.png'", "file:///etc/passwd", "//a.de/x.png", "http://[/x.png"]
)
def test_picture_that_is_not_there(address: str) -> None:
    ((sentence, line, _),) = told(f"a {{ background: url({address}) }}")
    assert (sentence, line) == ("layout/picture", 1)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("a.png", "styles/l/a.png"),
        ("../x/a%20b.png?1#c", "styles/x/a b.png"),
        ("/fonts/a.png", "fonts/a.png"),
        ("project:///fonts/a.png", "fonts/a.png"),
        ("../../../../etc/passwd", "etc/passwd"),
        ("#a", ""),
        ("data:,x", ""),
        ("https://a.de/b.png", None),
    ],
)
def test_file_of_an_address(address: str, file: str | None) -> None:
    assert file_of(address, FILE) == file
