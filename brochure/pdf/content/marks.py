"""Marked content (ISO 32000-1, 14.6): layers, artifacts, pieces of tagged content."""

from dataclasses import replace

import pikepdf

from brochure.document.marked import Mark, Nesting
from brochure.pdf.content.values import Object, elements, name, text, value


def mark_of(tag: str, properties: Object, around: Mark, stream: str, serial: int) -> Mark:
    """What `BDC` opens, as the mark of that number in a page, in the form of that key."""
    if tag == "OC":
        return on_layer(around, layer_name(properties))
    found = value(properties, "/MCID")
    mcid = found if isinstance(found, int) else None
    is_artifact = tag == "Artifact"
    actual, lang = text(value(properties, "/ActualText")), text(value(properties, "/Lang"))
    alt = text(value(properties, "/Alt"))
    return Mark(
        around.layer,
        serial,
        tag,
        around.mcid if mcid is None else mcid,
        around.piece if mcid is None else serial,
        around.stream if mcid is None else stream,
        around.artifact or is_artifact,
        name(value(properties, "/Type")) if is_artifact else around.kind,
        name(value(properties, "/Subtype")) if is_artifact else around.subtype,
        around.lang if lang is None else lang,
        around.actual if actual is None else actual,
        around.actual_serial if actual is None else serial,
        around.alt if alt is None else alt,
        _nesting(is_artifact, mcid, around),
    )


def _nesting(is_artifact: bool, mcid: int | None, around: Mark) -> Nesting:
    if is_artifact and around.mcid is not None:
        return "artifact in content"
    return "content in artifact" if mcid is not None and around.artifact else ""


def on_layer(mark: Mark, layer: str) -> Mark:
    """The mark, on a layer too."""
    return replace(mark, layer=layer) if layer else mark


def layer_name(group: Object) -> str:
    """The name of a layer, or of the first one of several (ISO 32000-1, 8.11.2)."""
    groups = value(group, "/OCGs")
    if isinstance(groups, pikepdf.Array):
        groups = next(iter(elements(groups)), None)
    return text(value(groups if groups is not None else group, "/Name")) or ""


def properties_of(operand: Object, resources: Object) -> Object:
    """The properties of `BDC`: written there, or named in the resources."""
    if isinstance(operand, pikepdf.Name):
        return value(value(resources, "/Properties"), f"/{name(operand)}")
    return operand
