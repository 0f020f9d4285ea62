"""Elements of a template know their line."""

from brochure.html.positions import positioned


def test_elements_that_are_checked_get_their_position() -> None:
    assert (
        positioned("<p>\n  <a href='x'>", "t.j2")
        == "<p>\n  <a data-template=\"t.j2:2:3\" href='x'>"
    )


def test_an_element_whose_name_is_a_value_is_one_too() -> None:
    assert positioned("<h{{ n }}>", "t.j2") == '<h{{ n }} data-template="t.j2:1:1">'
    assert positioned("<{{ tag }} class='x'>", "t.j2").startswith(
        '<{{ tag }} data-template="t.j2:1:1"'
    )


def test_comments_and_conditions_stay_as_they_are() -> None:
    text = "{# <ul> #}{% if a <b and '<li>' %}</ul>"
    assert positioned(text, "t.j2") == text


def test_no_line_moves() -> None:
    text = "{# a\nb #}\n<ul>\n<li>\n</ul>\n"
    assert positioned(text, "t.j2").count("\n") == text.count("\n")
