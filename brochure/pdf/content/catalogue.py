"""What stands in a file beside its pages: intents, metadata, layers, actions, attachments."""

from collections.abc import Iterator

import pikepdf

from brochure.document.pdf_file import OutputIntent
from brochure.pdf.content.spaces import icc_space, profile_class
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import (
    BROKEN,
    Object,
    elements,
    is_dictionary,
    items,
    key,
    name,
    names,
    text,
    value,
)
from brochure.pdf.content.xmp import properties

MOST_NODES = 500
"""Of the tree of attached files that are looked at."""


def intents(root: Object) -> Iterator[OutputIntent]:
    """The output intents."""
    for item in elements(value(root, "/OutputIntents")):
        profile = value(item, "/DestOutputProfile")
        is_there = isinstance(profile, pikepdf.Stream)
        yield OutputIntent(
            name(value(item, "/S")),
            text(value(item, "/OutputConditionIdentifier")),
            text(value(item, "/OutputCondition")),
            text(value(item, "/RegistryName")),
            text(value(item, "/Info")),
            icc_space(profile) if is_there else None,
            profile_class(profile) if is_there else "",
        )


def info(trailer: Object) -> dict[str, str]:
    """The document information; names such as that of Trapped without their slash."""
    return {
        word[1:]: name(item) or text(item) or "" for word, item in items(value(trailer, "/Info"))
    }


def xmp(root: Object) -> tuple[dict[str, str] | None, bool]:
    """The document's XMP, and whether it is packed."""
    metadata = value(root, "/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return None, False
    return properties(bytes_of(metadata)), value(metadata, "/Filter") is not None


def layers(root: Object) -> Iterator[tuple[str, bool]]:
    """Each layer and whether it is on by the default configuration (ISO 32000-1, 8.11.4.3)."""
    optional = value(root, "/OCProperties")
    default = value(optional, "/D")
    base_on = name(value(default, "/BaseState")) != "OFF"
    on = {key(item) for item in elements(value(default, "/ON"))}
    off = {key(item) for item in elements(value(default, "/OFF"))}
    for group in elements(value(optional, "/OCGs")):
        mark = key(group)
        is_on = mark in on or (base_on and mark not in off)
        yield text(value(group, "/Name")) or "?", is_on


def actions(root: Object) -> Iterator[str]:
    """What a file does by itself, or when a form is used."""
    opened = value(root, "/OpenAction")
    if is_dictionary(opened):
        yield f"OpenAction {name(value(opened, '/S'))}".strip()
    if value(root, "/AA") is not None:
        yield "AA"
    if value(value(root, "/Names"), "/JavaScript") is not None:
        yield "JavaScript"
    form = value(root, "/AcroForm")
    if value(form, "/XFA") is not None:
        yield "XFA"
    if elements(value(form, "/CO")):
        yield "AcroForm CO"


def actions_of(holder: Object, where: str) -> Iterator[str]:
    """Actions of a page or of an annotation."""
    if value(holder, "/AA") is not None:
        yield f"{where} AA"
    if is_dictionary(action := value(holder, "/A")):
        yield f"{where} {name(value(action, '/S'))}"


def attachments(root: Object) -> int:
    """How many files are attached."""
    named = _leaves(value(value(root, "/Names"), "/EmbeddedFiles"), set())
    return named + len(elements(value(root, "/AF")))


def _leaves(node: Object, seen: set[str]) -> int:
    """How many names a tree has; a node that is met again, in a circle or not, counts once."""
    mark = key(node)
    if len(seen) > MOST_NODES or (mark and mark in seen):
        return 0
    seen.add(mark or f"direct {len(seen)}")
    own = len(elements(value(node, "/Names"))) // 2
    return own + sum(_leaves(kid, seen) for kid in elements(value(node, "/Kids")))


def streams(pdf: pikepdf.Pdf) -> tuple[frozenset[str], tuple[str, ...]]:
    """The filters of all streams, and which old or outside things they are."""
    filters: set[str] = set()
    odd: dict[str, None] = {}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            filters.update(names(value(item, "/Filter")))
            odd.update(dict.fromkeys(_odd(item)))
    return frozenset(filters), tuple(odd)


def _odd(stream: Object) -> Iterator[str]:
    """What of an XObject print standards do not know (ISO 15930-7)."""
    kind = name(value(stream, "/Subtype"))
    if kind == "PS" or name(value(stream, "/Subtype2")) == "PS":
        yield "PostScript"
    if kind not in ("Form", "Image"):
        return
    if value(stream, "/OPI") is not None:
        yield "OPI"
    if value(stream, "/Ref") is not None:
        yield "Ref"
    if any(_is_default(item) for item in elements(value(stream, "/Alternates"))):
        yield "Alternates"


def _is_default(alternate: Object) -> bool:
    try:
        return bool(value(alternate, "/DefaultForPrinting"))
    except BROKEN:
        return True
