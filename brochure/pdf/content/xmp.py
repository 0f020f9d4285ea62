"""A document's XMP as properties by `{namespace}name` (ISO 16684-1)."""

from xml.etree import ElementTree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MOST_BYTES = 4_000_000
UNSAFE = (b"<!DOCTYPE", b"<!ENTITY")


def properties(data: bytes) -> dict[str, str] | None:
    """Simple properties, and the first value of lists; nothing where it can't be read."""
    if len(data) > MOST_BYTES or any(mark in data for mark in UNSAFE):
        return None
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, LookupError, ValueError):
        return None
    found: dict[str, str] = {}
    for description in root.iter(f"{RDF}Description"):
        found |= {key: value for key, value in description.items() if not key.startswith(RDF)}
        found |= {child.tag: _value(child) for child in description}
    return found


def _value(element: ElementTree.Element) -> str:
    items = list(element.iter(f"{RDF}li"))
    preferred = [item for item in items if item.get(LANGUAGE) == "x-default"]
    return ((preferred or items or [element])[0].text or "").strip()


LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
