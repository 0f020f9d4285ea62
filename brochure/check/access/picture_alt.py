"""access/picture-alt: a picture in a template says what it shows, or that it only decorates.

Rationale: pictures of a text are looked after by `content/figure-alt`; one that a template brings
is the template's to describe (PDF/UA-1 7.3; Matterhorn 13-004).
"""

from collections.abc import Iterator

from brochure.check.access.place import Element, is_read, template_line
from brochure.diagnostics import Diagnostic

SVG = "{http://www.w3.org/2000/svg}svg"
SVG_TITLE = "{http://www.w3.org/2000/svg}title"


def pictures_without_words(root: Element) -> Iterator[Diagnostic]:
    """A finding for each picture that says nothing; `alt=""` says that it decorates."""
    for element in root.iter():
        if not is_read(element) or element.get("aria-label"):
            continue
        silent = (
            (element.tag == "img" and element.get("alt") is None)
            or (element.tag == SVG and element.find(SVG_TITLE) is None)
            or (element.get("role") == "img" and not element.get("alt"))
        )
        if silent:
            yield Diagnostic.of("access/picture-alt", template_line(element))
