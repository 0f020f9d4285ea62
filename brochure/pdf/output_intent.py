"""The output intent: what the colours of a file mean (ISO 32000-1, 14.11.5; ISO 15930-7, 6.2.1)."""

from collections.abc import Sequence

from brochure.catalog.conditions import Condition
from brochure.catalog.standards import Standard, srgb_profile
from brochure.document.fragment import Item
from brochure.pdf.fonts import packed
from brochure.pdf.syntax import dictionary, reference, string

REGISTRY = "http://www.color.org"
SRGB = "sRGB IEC61966-2.1"


def output_intents(standards: Sequence[Standard], condition: Condition | None) -> list[Item]:
    """The intent and its profile, where a standard wants one; without inks, colours are sRGB."""
    subtypes = {standard.output_intent for standard in standards if standard.output_intent}
    if not subtypes:
        return []
    (subtype,) = subtypes
    entries = {
        "Type": b"/OutputIntent",
        "S": b"/" + subtype.encode(),
        "DestOutputProfile": reference("intent/profile"),
        **(_press(condition) if condition else _screen()),
    }
    profile, colours = (condition.icc, b"4") if condition else (srgb_profile(), b"3")
    return [Item("intent", dictionary(entries)), packed("intent/profile", {"N": colours}, profile)]


def _press(condition: Condition) -> dict[str, bytes]:
    registry = {"RegistryName": string(condition.registry)} if condition.registry else {}
    return registry | {
        "OutputConditionIdentifier": string(condition.identifier),
        "OutputCondition": string(condition.info),
        "Info": string(condition.info),
    }


def _screen() -> dict[str, bytes]:
    return {
        "OutputConditionIdentifier": string(SRGB),
        "RegistryName": string(REGISTRY),
        "Info": string(SRGB),
    }
