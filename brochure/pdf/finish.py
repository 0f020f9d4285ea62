"""A standard's finish: metadata, colours that say what they mean, soft hyphens, fast opening."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pydyf

from brochure.catalog.standards import Standard, srgb_profile
from brochure.pdf.metadata import Metadata, information, xmp

HINTS = re.compile(
    rb"<< (/Filter /FlateDecode /S \d+ (?:/O \d+ )?/Length (\d+) >>\nstream\n)", re.DOTALL
)


def describe(pdf: Any, metadata: Metadata, standards: Sequence[Standard], identity: bytes) -> None:
    """Write what the file says of itself into catalogue and document information."""
    packet = pydyf.Stream(
        [xmp(metadata, standards, identity)],
        pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"}),
    )
    pdf.add_object(packet)
    pdf.catalog["Metadata"] = packet.reference
    pdf.catalog["Lang"] = pydyf.String(metadata.language)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
    )
    pdf.info.clear()
    if all(standard.info_dictionary for standard in standards):
        pdf.info.update(information(metadata))


def say_what_colours_mean(pdf: Any, standards: Sequence[Standard]) -> None:
    """Where a standard asks for it: colours are sRGB, pictures are not smoothed."""
    if not any(standard.output_intent for standard in standards):
        return
    profile = pydyf.Stream([srgb_profile()], pydyf.Dictionary({"N": 3}), compress=True)
    pdf.add_object(profile)
    intent = pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pydyf.String("sRGB IEC61966-2.1"),
            "RegistryName": pydyf.String("http://www.color.org"),
            "Info": pydyf.String("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile.reference,
        }
    )
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])
    for item in pdf.objects:  # ISO 19005-2, 6.2.8
        if isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
            item.extra["Interpolate"] = "false"


def linearised(data: bytes) -> bytes:
    """The same file in an order in which its first page can be shown before the last is there."""
    import pikepdf  # takes a twentieth of a second to load

    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            target,
            linearize=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return _with_end_of_hints(target.getvalue())


def _with_end_of_hints(data: bytes) -> bytes:
    """A line feed before the `endstream` of the hints, also where they end in one themselves.

    qpdf leaves it out there, in one file of 256, and the length counts as wrong (ISO 19005-2,
    6.1.7.1). A blank of the dictionary makes room for it, so that every offset stays true.
    """
    hints = HINTS.search(data)
    if hints is None or data[(end := hints.end() + int(hints[2])) :][:9] != b"endstream":
        return data
    head = data[: hints.start()] + b"<<" + hints[1]
    return head + data[hints.end() : end] + b"\n" + data[end:]
