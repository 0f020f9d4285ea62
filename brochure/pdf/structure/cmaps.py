"""The encoding of a composite font (ISO 32000-1, 9.7.5), and character collections."""

import re

import pikepdf

from brochure.document.font_facts import CMapFacts, CollectionFacts
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import Object, is_dictionary, name, number, text, value

MODE = re.compile(rb"/WMode\s+(\d)\s+def")
LOOKED_AT = 20_000


def cmap_facts(encoding: Object) -> CMapFacts | None:
    """What is known of it; none where the font names none."""
    if called := name(encoding):
        return CMapFacts(called, embedded=False)
    if not isinstance(encoding, pikepdf.Stream):
        return None
    mode = MODE.search(bytes_of(encoding)[:LOOKED_AT])
    used = value(encoding, "/UseCMap")
    return CMapFacts(
        name(value(encoding, "/CMapName")),
        True,
        collection(value(encoding, "/CIDSystemInfo")),
        int(number(value(encoding, "/WMode"))),
        int(mode[1]) if mode else 0,
        name(used) or name(value(used, "/CMapName")),
    )


def collection(info: Object) -> CollectionFacts | None:
    """A CIDSystemInfo."""
    if not is_dictionary(info):
        return None
    supplement = value(info, "/Supplement")
    return CollectionFacts(
        text(value(info, "/Registry")),
        text(value(info, "/Ordering")),
        supplement if isinstance(supplement, int) else None,
    )
