"""Which standard type a structure type leads to (ISO 32000-1, 14.7.3; ISO 32000-2, 14.7.4.2)."""

import re
from dataclasses import dataclass
from typing import cast

from brochure.catalog.structure import namespace_of, standard_types
from brochure.document.tagged_file import Namespace, RoleFault
from brochure.pdf.content.values import Object, elements, items, key, name, text, value

HEADING = re.compile(r"H[1-9]\d*")
STEPS = 50
"""Mappings that are followed from one type; a longer way is taken for a circle."""


@dataclass(frozen=True)
class Role:
    """What a type leads to."""

    standard: str
    namespace: Namespace
    fault: RoleFault = ""
    url: str = ""


class Roles:
    """The types of a file."""

    def __init__(self, tree: Object) -> None:
        self.role_map = {word[1:]: name(to) for word, to in items(value(tree, "/RoleMap"))}
        self._known: dict[tuple[str, str], Role] = {}

    def of(self, written: str, space: Object) -> Role:
        """Where a type of a namespace leads."""
        mark = (written, key(space) or (text(value(space, "/NS")) or ""))
        if mark not in self._known:
            self._known[mark] = self._role(written, space)
        return self._known[mark]

    def _role(self, written: str, space: Object) -> Role:
        url = text(value(space, "/NS")) or ""
        fault: RoleFault = ""
        called, namespace = written, _namespace(space)
        for _ in range(STEPS):
            if is_standard(called, namespace):
                if namespace == "pdf" and self.role_map.get(called, called) != called:
                    fault = fault or "remapped"
                return Role(called, namespace, fault, url)
            onward = self._next(called, space, namespace)
            if onward is None:
                return Role("", namespace, "unmapped", url)
            if namespace != "pdf" and key(onward[1]) and key(onward[1]) == key(space):
                fault = "same-namespace"
            called, space = onward
            namespace = _namespace(space)
        return Role("", namespace, "circle", url)

    def _next(self, called: str, space: Object, namespace: Namespace) -> tuple[str, Object] | None:
        """One step: by the map of the namespace, or by that of the file."""
        if namespace == "pdf":
            to = self.role_map.get(called)
            return (to, None) if to else None
        found = value(value(space, "/RoleMapNS"), f"/{called}")
        if parts := elements(found):
            return name(parts[0]), parts[1] if len(parts) > 1 else None
        return (name(found), None) if name(found) else None


def _namespace(space: Object) -> Namespace:
    """The namespace; the one of PDF 1.7 where none is named."""
    if space is None:
        return "pdf"
    return cast(Namespace, namespace_of(text(value(space, "/NS")) or "") or "other")


def is_standard(called: str, namespace: Namespace) -> bool:
    """Whether a namespace knows a type by itself."""
    if namespace == "mathml":
        return True
    if namespace == "other":
        return False
    return called in standard_types(namespace) or bool(HEADING.fullmatch(called))
