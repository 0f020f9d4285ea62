"""Fonts of an edition: for each one subset with the glyphs that all its units drew.

A font is a composite font whose characters are its glyphs (ISO 32000-1, 9.7), so that text painted
in one unit needs no other numbers in another.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brochure import cache
from brochure.document.fragment import Fragment, Item, UsedFont
from brochure.document.plain import from_bytes, to_bytes
from brochure.pdf.sfnt import vertical_metrics
from brochure.pdf.soft_hyphen import CODE, SIGN, to_glyphs
from brochure.pdf.subset import subset, subset_version
from brochure.pdf.syntax import array, dictionary, number, numbers, reference, string
from brochure.recent import Recent

ReadFont = Callable[[str], bytes]
"""A font file by the SHA-256 of it."""
KIND = "fonts"
FORMAT = 2
RECENT = 32
"""Subsets that stay in memory, for records that share them."""
FIXED_PITCH = 1
MAP_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
MAP_END = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_recent: Recent[str, list[Item]] = Recent(RECENT)
LONGEST_MAP = 100  # entries of one `beginbfchar` (Adobe Technical Note #5014)


def merged(fragments: Iterable[Fragment]) -> tuple[UsedFont, ...]:
    """Every font with all glyphs that were drawn; what a glyph is read as, its first unit says."""
    found: dict[str, UsedFont] = {}
    for font in (font for fragment in fragments for font in fragment.fonts):
        known = found.get(font.name, font)
        if known.file != font.file:
            raise RuntimeError(f"two font files are called {font.base_font}")
        glyphs = {drawn[0]: drawn for drawn in (*font.glyphs, *known.glyphs)}
        hyphen = known.hyphen if known.hyphen is not None else font.hyphen
        found[font.name] = replace(known, glyphs=tuple(sorted(glyphs.values())), hyphen=hyphen)
    return tuple(found[name] for name in sorted(found))


def characters(fonts: Iterable[UsedFont]) -> dict[str, frozenset[str]]:
    """What was drawn with each family."""
    drawn: dict[str, set[str]] = {}
    for font in fonts:
        drawn.setdefault(font.family, set()).update("".join(text for _, text, _ in font.glyphs))
    return {family: frozenset(signs) for family, signs in drawn.items()}


def font_items(fonts: Sequence[UsedFont], read: ReadFont) -> Iterator[tuple[str, list[Item]]]:
    """For each font its name, and its objects, of which the first is the font itself.

    They are made once for a set of glyphs, and kept.
    """
    for font in fonts:
        same = [other for other in fonts if other.file == font.file]
        glyphs = sorted({glyph for other in same for glyph, _, _ in other.glyphs})
        key = cache.key_of(font, font.glyphs, glyphs, subset_version(), FORMAT)
        if key not in _recent:
            _recent[key] = _known(key) or _made(font, key, glyphs, read)
        yield font.name, _recent[key]


def _known(key: str) -> list[Item] | None:
    kept = cache.recall(KIND, key)
    return None if kept is None else list(from_bytes(_Items, kept).items)


def _made(font: UsedFont, key: str, glyphs: Sequence[int], read: ReadFont) -> list[Item]:
    whole = read(font.file)
    data = subset(whole, glyphs, font.variations)
    items = tuple(_items(font, data, vertical_metrics(whole)))
    cache.keep(KIND, key, to_bytes(_Items(items)))
    return list(items)


@dataclass(frozen=True)
class _Items:
    items: tuple[Item, ...]


def _items(font: UsedFont, data: bytes, metrics: tuple[int, int]) -> Iterator[Item]:
    name = f"font/{font.name}"
    is_cff = data[:4] == b"OTTO"
    widths = {glyph: width for glyph, _, width in font.glyphs}
    texts = {glyph: text for glyph, text, _ in font.glyphs}
    hyphen = None if is_cff else font.hyphen  # ISO 32000-1, 9.7.4.2
    base = b"/" + font.base_font.encode()
    yield Item(
        name,
        dictionary(
            {
                "Type": b"/Font",
                "Subtype": b"/Type0",
                "BaseFont": base,
                "Encoding": b"/Identity-H",
                "DescendantFonts": array([reference(f"{name}/characters")]),
                "ToUnicode": reference(f"{name}/unicode"),
            }
        ),
    )
    yield Item(
        f"{name}/characters",
        dictionary(
            {
                "Type": b"/Font",
                "Subtype": b"/CIDFontType0" if is_cff else b"/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": b"<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
                "CIDToGIDMap": b"/Identity" if hyphen is None else reference(f"{name}/glyphs"),
                "W": _widths(widths, hyphen),
                "FontDescriptor": reference(f"{name}/descriptor"),
            }
        ),
    )
    yield Item(f"{name}/descriptor", _descriptor(font, widths, metrics, is_cff))
    if hyphen is not None:
        texts[CODE] = SIGN
        yield packed(f"{name}/glyphs", {}, to_glyphs(widths, hyphen))
    yield packed(f"{name}/unicode", {}, _to_unicode(texts))
    facts = {"Subtype": b"/OpenType"} if is_cff else {"Length1": number(len(data))}
    yield packed(f"{name}/file", facts, data)


def _descriptor(
    font: UsedFont, widths: Mapping[int, int], metrics: tuple[int, int], is_cff: bool
) -> bytes:
    ascent, descent = metrics
    is_fixed = len(widths) > 1 and len(set(widths.values())) == 1
    return dictionary(
        {
            "Type": b"/FontDescriptor",
            "FontName": b"/" + font.base_font.encode(),
            "FontFamily": string(font.family),
            "Flags": number(font.flags | FIXED_PITCH * is_fixed),
            "FontBBox": numbers([0, descent, max(widths.values(), default=0), ascent]),
            "ItalicAngle": b"0",
            "Ascent": number(ascent),
            "Descent": number(descent),
            "CapHeight": number(ascent),
            "StemV": b"80",
            "StemH": b"80",
            "FontFile3" if is_cff else "FontFile2": reference(f"font/{font.name}/file"),
        }
    )


def _widths(widths: Mapping[int, int], hyphen: int | None) -> bytes:
    """Runs of neighbours: first character, its widths, first character, …"""
    runs: list[tuple[int, list[float]]] = []
    for glyph in sorted(widths):
        if not runs or runs[-1][0] + len(runs[-1][1]) != glyph:
            runs.append((glyph, []))
        runs[-1][1].append(widths[glyph])
    if hyphen is not None:
        runs.append((CODE, [widths[hyphen]]))
    return array(part for first, found in runs for part in (number(first), numbers(found)))


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    lines = [
        b"<%04x> <%b>" % (glyph, text.encode("utf-16-be").hex().encode())
        for glyph, text in texts.items()
    ]
    blocks = [lines[at : at + LONGEST_MAP] for at in range(0, len(lines), LONGEST_MAP)]
    return MAP_HEAD + b"".join(map(_block, blocks)) + MAP_END


def _block(lines: list[bytes]) -> bytes:
    return b"%d beginbfchar\n%b\nendbfchar\n" % (len(lines), b"\n".join(lines))


def packed(name: str, facts: Mapping[str, bytes], data: bytes) -> Item:
    """A stream, packed."""
    text = dictionary({**facts, "Filter": b"/FlateDecode"})
    return Item(name, text, zlib.compress(data, 9))
