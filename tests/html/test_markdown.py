"""The subset of Markdown: what it makes, and what stays plain text."""

import pytest

from brochure.document.markdown import link_is_allowed, links, plain_text
from brochure.html.markdown import inline, paragraphs

CASES = {
    "ein *leises* und **lautes** Wort": "ein <em>leises</em> und <strong>lautes</strong> Wort",
    "[Stadt](https://www.bochum.de)": '<a href="https://www.bochum.de">Stadt</a>',
    "<script>alert(1)</script>": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7 * 7 }}": "{{ 7 * 7 }}",
    "# keine Überschrift": "# keine Überschrift",
    "- keine Liste": "- keine Liste",
    "1. keine Liste": "1. keine Liste",
    "![kein Bild](x.png)": '!<a href="x.png">kein Bild</a>',
    "(c) bleibt": "(c) bleibt",
    "[Smart Health]{lang=en} hier": '<span lang="en">Smart Health</span> hier',
    "[*Smart* Health]{lang=en-GB}": '<span lang="en-GB"><em>Smart</em> Health</span>',
    "[kein Ziel] bleibt": "[kein Ziel] bleibt",
    '[x]{lang=en" onclick="y}': "[x]{lang=en&quot; onclick=&quot;y}",
}


@pytest.mark.parametrize("source", CASES)
def test_inline(source: str) -> None:
    assert inline(source) == CASES[source]


def test_paragraphs_are_split_at_blank_lines() -> None:
    assert paragraphs("eins\nzwei\n\ndrei") == ["eins\nzwei", "drei"]


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://www.bochum.de/a?b=c#d", True),
        ("http://bochum.de", True),
        ("mailto:info@bochum.de", True),
        ("tel:+492349100", True),
        ("#arbeit", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("ftp://bochum.de", False),
        ("www.bochum.de", False),
        ("https://", False),
        ("https://[", False),
        ("#", False),
        ("", False),
    ],
)
def test_link_is_allowed(address: str, allowed: bool) -> None:
    assert link_is_allowed(address) is allowed


def test_links_are_found_also_where_the_library_would_refuse_them() -> None:
    assert links("[a](javascript:x) und [b](#c)") == ["javascript:x", "#c"]


def test_plain_text_has_the_words_only() -> None:
    assert plain_text("**Wissen** ist\n[Rohstoff](https://a.de).") == "Wissen ist Rohstoff."
