"""Attributes of structure elements as PDF objects (ISO 32000-1, 14.7.5)."""

from collections.abc import Sequence

from brochure.document.structure import Attribute
from brochure.pdf.syntax import array, dictionary, number, string

NUMBERING_1_7 = {"Unordered": "Disc", "Ordered": "Decimal", "Description": "None"}
"""What ISO 32000-2, table 382, brought, and what comes nearest to it in PDF 1.7."""


def attribute_objects(attributes: Sequence[Attribute], version: str) -> bytes:
    """One dictionary an owner."""
    owners: dict[str, dict[str, bytes]] = {}
    for attribute in attributes:
        made = owners.setdefault(attribute.owner, {"O": b"/%b" % attribute.owner.encode()})
        made[attribute.name] = _value(attribute, version)
    found = [dictionary(made) for made in owners.values()]
    return found[0] if len(found) == 1 else array(found)


def _value(attribute: Attribute, version: str) -> bytes:
    value = attribute.value
    if attribute.name == "ListNumbering" and version < "2":
        value = NUMBERING_1_7.get(str(value), value)
    if attribute.name == "ListNumbering":
        return b"/%b" % str(value).encode()
    if isinstance(value, tuple):
        return array(string(v) if isinstance(v, str) else number(v) for v in value)
    return value.encode() if isinstance(value, str) else number(value)
