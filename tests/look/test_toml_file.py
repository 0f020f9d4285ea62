"""Where each value of a TOML file stands."""

import pytest

from brochure.diagnostics import Problems, Span
from brochure.look.toml_file import TomlFile

TEXT = """# A look.
families = ["One", "Two"]

[stylesheets]
all = [
  "a.css",
  "b.css",
]
"poster" = ["c.css"]

[colour.ink]
srgb = "#10222E"
cmyk = [60, 30, 0, 90]
[colour]
paper = { srgb = "#FBF8F2", cmyk = [0, 2, 5, 0] }
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("families",), 2, 12),
        (("families", 1), 2, 21),
        (("stylesheets",), 4, 1),
        (("stylesheets", "all"), 5, 7),
        (("stylesheets", "all", 1), 7, 4),
        (("stylesheets", "poster"), 9, 12),
        (("stylesheets", "print"), 4, 1),
        (("colour", "ink"), 11, 1),
        (("colour", "ink", "cmyk"), 13, 8),
        (("colour", "ink", "spot"), 11, 1),
        (("colour", "paper", "srgb"), 15, 18),
        (("nothing",), 0, 0),
    ],
)
def test_place_of_a_value(path: tuple[str | int, ...], line: int, column: int) -> None:
    toml = TomlFile.read("styles/a/look.toml", TEXT)
    assert toml.place(path) == Span("styles/a/look.toml", line, column)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a = 1\nb = ", 2, 1), ("a = 1\nb = [", 2, 1), ("a = 1\na = 2\n", 2, 6), ("\0", 1, 1)],
)
def test_what_is_no_toml_is_told_at_its_line(text: str, line: int, column: int) -> None:
    with pytest.raises(Problems) as caught:
        TomlFile.read("a.toml", text)
    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.span) == ("project/toml", Span("a.toml", line, column))
    assert "line" not in dict(finding.values)["message"]
