"""Attributes of structure elements as PDF objects (ISO 32000-1, 14.7.5)."""

from collections.abc import Sequence
from typing import Any

import pydyf

from brochure.document.structure import Attribute

NUMBERING_1_7 = {"Unordered": "Disc", "Ordered": "Decimal", "Description": "None"}
"""What ISO 32000-2, table 382, brought, and what comes nearest to it in PDF 1.7."""


def attribute_objects(attributes: Sequence[Attribute], version: str) -> Any:
    """One dictionary an owner."""
    owners: dict[str, Any] = {}
    for attribute in attributes:
        made = owners.setdefault(attribute.owner, pydyf.Dictionary({"O": f"/{attribute.owner}"}))
        made[attribute.name] = _value(attribute, version)
    found = list(owners.values())
    return found[0] if len(found) == 1 else pydyf.Array(found)


def _value(attribute: Attribute, version: str) -> Any:
    if attribute.name == "ListNumbering":
        older = NUMBERING_1_7.get(str(attribute.value), attribute.value)
        return f"/{attribute.value if version >= '2' else older}"
    if isinstance(attribute.value, tuple):
        return pydyf.Array(
            pydyf.String(item) if isinstance(item, str) else item for item in attribute.value
        )
    return attribute.value
