"""Pydantic's errors, also those that today's model cannot give."""

from pydantic_core import ErrorDetails

from brochure.content.problems import findings, label, shortened
from brochure.content.values import Values
from brochure.diagnostics.messages import say


def test_an_error_that_a_new_type_brings_is_told_in_the_library_s_words() -> None:
    error: ErrorDetails = {"type": "new", "loc": ("count",), "msg": "Too odd", "input": 3}
    (finding,) = findings(Values("x.yaml", "count: 3"), [error], {})
    assert finding.code == "content/wrong-type"
    assert "Too odd" in say(finding.code, "en", **dict(finding.values))


def test_label() -> None:
    assert label(("messages", 0, "heading")) == "heading"
    assert label(("messages", 0, "blocks", 2)) == "blocks #3"
    assert label(()) == ""


def test_shortened() -> None:
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd efg", 6) == "abcd …"
