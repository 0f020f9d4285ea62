"""What files say of themselves: metadata, standards, output intent, language, bookmarks, fonts."""

import re
from collections.abc import Iterable, Iterator, Mapping

from brochure.compare.gathered import gathered
from brochure.document.change import Aspect, Change, Kind, Place, Places
from brochure.document.pdf_file import Font, OutputIntent
from brochure.document.tagged_file import TaggedFile

SUBSET = re.compile(r"^[A-Z]{6}\+")
NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://pdfa.org/declarations/": "pdfd",
}
"""The usual prefix of what most files say (ISO 16684-1, 8)."""


def fact_changes(before: TaggedFile, after: TaggedFile, ignored: frozenset[str]) -> list[Change]:
    """What differs, property by property."""
    ours, theirs = (dict(_facts(file, ignored)) for file in (before, after))
    return [
        *_by_key("facts", ours, theirs),
        *_lists("layer", _layers(before), _layers(after)),
        *_lists("bookmark", _bookmarks(before), _bookmarks(after)),
    ]


def font_changes(before: TaggedFile, after: TaggedFile) -> list[Change]:
    """Fonts that came and went, and how each is in the file."""
    return list(_by_key("fonts", _fonts(before), _fonts(after)))


def _by_key(
    aspect: Aspect, before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]
) -> Iterator[Change]:
    for key in sorted({*before, *after}):
        texts = (before.get(key, ""), after.get(key, ""))
        if texts[0] != texts[1] or (key in before) != (key in after):
            kind: Kind = "changed" if key in before and key in after else "added"
            yield Change(
                aspect, "removed" if key not in after else kind, key[0], *texts, name=key[1]
            )


def _facts(file: TaggedFile, ignored: frozenset[str]) -> Iterator[tuple[tuple[str, str], str]]:
    pdf = file.file
    yield ("version", ""), pdf.version
    yield ("encrypted", ""), _yes(pdf.encrypted)
    yield ("tagged", ""), _yes(file.has_tree and file.marked)
    yield from ((("language", ""), file.lang or ""),) if file.lang else ()
    yield ("shows-title", ""), _yes(bool(file.shows_title))
    yield ("attachments", ""), str(pdf.attachments)
    yield from ((("info", key), text) for key, text in pdf.info.items() if key not in ignored)
    for key, text in (pdf.xmp or {}).items():
        if key not in ignored:
            yield ("xmp", _prefixed(key)), str(text)
    yield from ((("action", name), _yes(True)) for name in pdf.actions)
    yield from ((("intent", intent.subtype), _intent(intent)) for intent in pdf.intents)


def _prefixed(key: str) -> str:
    """`dc:title`."""
    namespace, _, name = key.removeprefix("{").partition("}")
    return f"{NAMESPACES.get(namespace, namespace)}:{name}" if name else key


def _intent(intent: OutputIntent) -> str:
    profile = intent.profile
    told = f"{profile.profile_space} {profile.profile[:8]}" if profile else ""
    return ", ".join(filter(None, (intent.identifier or intent.condition, told)))


def _yes(value: bool) -> str:
    return "✓" if value else "–"


def _layers(file: TaggedFile) -> list[tuple[str, Place | None]]:
    return [(f"{name} ({_yes(on)})", None) for name, on in file.file.layers]


def _bookmarks(file: TaggedFile) -> list[tuple[str, Place | None]]:
    return [
        ("– " * (mark.level - 1) + mark.title, Place(mark.page) if mark.page else None)
        for mark in file.bookmarks
    ]


def _lists(
    what: str,
    before: Iterable[tuple[str, Place | None]],
    after: Iterable[tuple[str, Place | None]],
) -> list[Change]:
    """What one list has and the other has not, once for each time."""
    ours, theirs = list(before), list(after)
    left = [title for title, _ in theirs]
    found: list[Change] = []
    for title, place in ours:
        if title in left:
            left.remove(title)
        else:
            found.append(Change("facts", "removed", what, title, "", _places(place, None)))
    for title, place in theirs:
        if title in left:
            left.remove(title)
            found.append(Change("facts", "added", what, "", title, _places(None, place)))
    return gathered(found)


def _places(before: Place | None, after: Place | None) -> tuple[Places, ...]:
    return ((before, after),) if before or after else ()


def _fonts(file: TaggedFile) -> dict[tuple[str, str], str]:
    fonts = (font for page in file.file.pages for font in page.fonts)
    found: dict[tuple[str, str], set[str]] = {}
    for font in fonts:
        found.setdefault(("font", SUBSET.sub("", font.name)), set()).add(_kind(font))
    return {key: ", ".join(sorted(kinds)) for key, kinds in found.items()}


def _kind(font: Font) -> str:
    return f"{font.subtype} {font.program or ('' if font.is_embedded else '–')}".strip()
