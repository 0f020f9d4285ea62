"""access/picture-alt: a picture in a template says what it shows, or that it only decorates.

Rationale: pictures of a text are looked after by `content/figure-alt`; one that a template brings
is the template's to describe (PDF/UA-1 7.3; Matterhorn 13-004).
"""

from collections.abc import Iterator

from brochure.check.access.place import Element, is_read, template_line
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree

SVG = "{http://www.w3.org/2000/svg}svg"
SVG_TITLE = "{http://www.w3.org/2000/svg}title"


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each picture that says nothing; `alt=""` says that it decorates."""
    for element in tree.root.iter():
        if is_read(element) and not element.get("aria-label") and _is_silent(element):
            yield rule.at(template_line(element))


def _is_silent(element: Element) -> bool:
    return (
        (element.tag == "img" and element.get("alt") is None)
        or (element.tag == SVG and element.find(SVG_TITLE) is None)
        or (element.get("role") == "img" and not element.get("alt"))
    )
