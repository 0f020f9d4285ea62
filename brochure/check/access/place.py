"""Where an element of a unit's HTML comes from: the template's line, or the text's.

Rationale: a finding that names only the page helps nobody; each element carries the place of the
template that wrote it, and each block that of the YAML file.
"""

from typing import Any

from brochure.diagnostics import Span

Element = Any
"""An element of the HTML tree (`xml.etree.ElementTree.Element`)."""

TEMPLATE, SOURCE = "data-template", "data-source"
LISTS = ("ul", "ol", "menu")


def template_line(element: Element) -> Span | None:
    """The line of the template that wrote an element, else of the text in it."""
    return _span(element, TEMPLATE) or _span(element, SOURCE)


def text_line(element: Element) -> Span | None:
    """The line of the text that an element shows, else of the template."""
    return _span(element, SOURCE) or _span(element, TEMPLATE)


def is_read(element: Element) -> bool:
    """Whether an element is meant for readers at all."""
    hidden = element.get("aria-hidden") == "true" or element.get("hidden") is not None
    return not hidden and element.get("role") not in ("presentation", "none")


def words(element: Element) -> str:
    """What is read of an element: its text, and the words of pictures in it."""
    told = [element.get(name) or "" for name in ("aria-label", "alt")]
    kids = [words(kid) + (kid.tail or "") for kid in element if is_read(kid)]
    return " ".join(" ".join([*told, element.text or "", *kids]).split())


def _span(element: Element, name: str) -> Span | None:
    return Span.parse(value) if (value := element.get(name)) else None
