"""Marked content (ISO 32000-1, 14.6): layers, artifacts, pieces of tagged content."""

from dataclasses import dataclass

import pikepdf

from brochure.pdf.content.values import Object, elements, name, text, value


@dataclass(frozen=True)
class Mark:
    """What holds within a `BDC … EMC`, with what held around it."""

    layer: str = ""
    artifact: bool = False
    mcid: int | None = None


def mark_of(tag: str, properties: Object, around: Mark) -> Mark:
    """What `BDC` opens."""
    if tag == "OC":
        return Mark(layer_name(properties) or around.layer, around.artifact, around.mcid)
    found = value(properties, "/MCID")
    mcid = found if isinstance(found, int) else around.mcid
    return Mark(around.layer, around.artifact or tag == "Artifact", mcid)


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
