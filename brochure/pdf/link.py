"""The linker: fragments of units → one finished PDF.

Nothing is laid out or painted here, and no library of PDF is needed: pages, structure, links,
bookmarks, fonts and pictures of the units are put together as bytes. In which order units were
compiled, by how many processes, or whether they came from a cache makes no difference.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brochure.catalog import Profile
from brochure.catalog.standards import Standard, srgb_profile
from brochure.diagnostics import Diagnostic
from brochure.document.edition import Pdf
from brochure.document.fragment import (
    Fragment,
    Item,
    Metadata,
    PaintedPage,
    Picture,
    UsedFont,
)
from brochure.document.structure import Skeleton
from brochure.pdf.file import Body, Page, written
from brochure.pdf.fonts import ReadFont, characters, font_items, merged, packed
from brochure.pdf.metadata import information, xmp
from brochure.pdf.syntax import array, dictionary, number, numbers, reference, string
from brochure.pdf.tags.outline import ROOT as OUTLINE
from brochure.pdf.tags.outline import outline_items
from brochure.pdf.tags.tree import ROOT as STRUCTURE
from brochure.pdf.tags.tree import Tree

Unit = tuple[Fragment, Fragment | None]
"""A unit and the margins of its pages, where they have any."""


@dataclass(frozen=True)
class Linked:
    """A PDF with the characters that were drawn with each font's family, and its structure.

    `diagnostics` are findings of linking alone: links that lead nowhere.
    """

    pdf: Pdf
    title: str
    characters: Mapping[str, frozenset[str]]
    diagnostics: tuple[Diagnostic, ...]
    skeletons: tuple[Skeleton, ...]


def link(
    units: Sequence[Unit],
    profile: Profile,
    metadata: Metadata,
    identity: bytes,
    read_font: ReadFont,
) -> Linked:
    """One PDF of all units' pages in order; `identity` makes the file's ids."""
    fragments = [fragment for fragment, _ in units]
    everything = [part for unit in units for part in unit if part]
    pages = [page for unit in units for page in _with_margins(*unit)]
    fonts = merged(everything)
    skeletons = tuple(fragment.skeleton for fragment in fragments)
    names = [f"page/{index}" for index in range(len(pages))]
    tree = Tree(names, [page.groups for page in pages], profile.pdf_version)
    tree.read(skeletons)
    used = dict(font_items(fonts, read_font))
    pictures = _pictures(everything)
    standards = profile.standards
    if any(standard.output_intent for standard in standards):
        pictures = {name: _not_smoothed(found) for name, found in pictures.items()}
    body = Body(
        catalog=_catalog(tree, metadata, standards),
        pages=tuple(_pages(pages, names, tree, pictures)),
        shared=tuple(_shared(used, pictures)),
        others=tuple(_others(tree, names, metadata, standards, identity)),
        info="info" if all(standard.info_dictionary for standard in standards) else None,
    )
    data = written(body, profile.pdf_version, hashlib.sha256(identity).digest()[:16])
    sizes = tuple(_size(page) for page in pages)
    keys = tuple(_key(page, texts) for page, texts in zip(pages, _read(units, fonts), strict=True))
    lost = tuple(Diagnostic.of("layout/link-target", name=name) for name in tree.lost_targets())
    return Linked(Pdf(data, sizes, keys), metadata.title, characters(fonts), lost, skeletons)


def _with_margins(body: Fragment, margins: Fragment | None) -> Iterator[PaintedPage]:
    """The pages of a unit, each as its text and, above it, its margins."""
    if margins is None:
        yield from body.painted
        return
    for page, around in zip(body.painted, margins.painted, strict=True):
        yield replace(
            page,
            resources=_joint(page.resources, around.resources),
            uses=tuple(dict.fromkeys((*page.uses, *around.uses))),
            objects=(*page.objects, *around.objects),
            above=around.content,
            blending_space=page.blending_space or around.blending_space,
            digest=f"{page.digest} {around.digest}",
        )


def _joint(
    *resources: Iterable[tuple[str, tuple[tuple[bytes, bytes], ...]]],
) -> tuple[tuple[str, tuple[tuple[bytes, bytes], ...]], ...]:
    kinds: dict[str, dict[bytes, bytes]] = {}
    for kind, entries in (item for each in resources for item in each):
        kinds.setdefault(kind, {}).update(entries)
    return tuple((kind, tuple(entries.items())) for kind, entries in kinds.items())


def _pictures(fragments: Iterable[Fragment]) -> dict[str, Picture]:
    """Every picture by its name; of the same picture in two sizes, the larger stands for both."""
    found = {picture.name: picture for part in fragments for picture in part.pictures}
    largest: dict[str, Picture] = {}
    for picture in found.values():
        known = largest.get(picture.origin, picture)
        largest[picture.origin] = max(known, picture, key=lambda each: each.width)
    return {name: largest[picture.origin] for name, picture in found.items()}


def _not_smoothed(picture: Picture) -> Picture:
    """ISO 19005-2, 6.2.8."""
    items = tuple(
        replace(item, text=item.text.replace(b"/Interpolate true", b"/Interpolate false"))
        for item in picture.items
    )
    return replace(picture, items=items)


def _pages(
    pages: Sequence[PaintedPage],
    names: Sequence[str],
    tree: Tree,
    pictures: Mapping[str, Picture],
) -> Iterator[Page]:
    links = tree.links()
    smaller = {name: found.name for name, found in pictures.items() if name != found.name}
    for index, (name, page) in enumerate(zip(names, pages, strict=True)):
        annotations = [links[link] for link in tree.annotations.get(index, ())]
        contents = [Item(f"{name}/content", b"<</Filter /FlateDecode>>", page.content)]
        if page.above:
            contents.append(Item(f"{name}/margins", b"<</Filter /FlateDecode>>", page.above))
        first = Item(name, _page(page, index, contents, annotations))
        objects = (_with_key(item, tree.group_keys) for item in page.objects)
        items = [first, *contents, *objects, *annotations]
        if smaller:
            items = [_renamed(item, smaller) for item in items]
        yield Page(tuple(items))


def _page(
    page: PaintedPage, index: int, contents: Sequence[Item], annotations: Sequence[Item]
) -> bytes:
    resources = {
        kind: b"<<%b>>" % b"".join(b"/%b %b" % entry for entry in entries)
        for kind, entries in page.resources
    }
    streams = [reference(item.name) for item in contents]
    entries = {
        "Type": b"/Page",
        "Parent": reference("pages"),
        "MediaBox": numbers(page.media),
        "BleedBox": numbers(page.bleed),
        "TrimBox": numbers(page.trim),
        "Contents": streams[0] if len(streams) == 1 else array(streams),
        "Resources": dictionary(resources),
        "Tabs": b"/S",
        "StructParents": number(index),
    }
    if page.blending_space:
        entries["Group"] = b"<</S /Transparency/CS %b>>" % page.blending_space
    if annotations:
        entries["Annots"] = array(reference(item.name) for item in annotations)
    return dictionary(entries)


def _with_key(item: Item, keys: Mapping[str, int]) -> Item:
    """A group with marked content names its place in the parent tree."""
    if item.name not in keys:
        return item
    return replace(item, text=item.text[:-2] + b"/StructParents %d>>" % keys[item.name])


def _renamed(item: Item, names: Mapping[str, str]) -> Item:
    text = item.text
    for old, new in names.items():
        text = text.replace(reference(old), reference(new))
    return replace(item, text=text)


def _shared(fonts: Mapping[str, Sequence[Item]], pictures: Mapping[str, Picture]) -> Iterator[Item]:
    for items in fonts.values():
        yield from items
    for picture in {found.name: found for found in pictures.values()}.values():
        yield from picture.items


def _catalog(tree: Tree, metadata: Metadata, standards: Sequence[Standard]) -> Item:
    entries = {
        "Type": b"/Catalog",
        "Pages": reference("pages"),
        "Lang": string(metadata.language),
        "MarkInfo": b"<</Marked true>>",
        "ViewerPreferences": b"<</DisplayDocTitle true>>",
        "PageLabels": b"<</Nums [0 <</S /D>>]>>",
        "Metadata": reference("metadata"),
        "StructTreeRoot": reference(STRUCTURE),
    }
    if tree.headings:
        entries["Outlines"] = reference(OUTLINE)
    if (places := tree.named_destinations()) is not None:
        entries["Names"] = dictionary({"Dests": places})
    if any(standard.output_intent for standard in standards):
        entries["OutputIntents"] = array([reference("intent")])
    return Item("catalog", dictionary(entries))


def _others(
    tree: Tree,
    names: Sequence[str],
    metadata: Metadata,
    standards: Sequence[Standard],
    identity: bytes,
) -> Iterator[Item]:
    kids = array(map(reference, names))
    yield Item("pages", b"<</Type /Pages/Count %d/Kids %b>>" % (len(names), kids))
    yield from tree.items()
    yield from outline_items(tree.headings, tree.lead_to)
    if all(standard.info_dictionary for standard in standards):
        yield Item("info", information(metadata))
    packet = xmp(metadata, standards, identity)
    yield Item("metadata", b"<</Type /Metadata/Subtype /XML>>", packet)
    if any(standard.output_intent for standard in standards):
        yield from _intent()


def _intent() -> Iterator[Item]:
    """Colours are sRGB (ISO 32000-1, 14.11.5)."""
    name = string("sRGB IEC61966-2.1")
    entries = {
        "Type": b"/OutputIntent",
        "S": b"/GTS_PDFA1",
        "OutputConditionIdentifier": name,
        "RegistryName": string("http://www.color.org"),
        "Info": name,
        "DestOutputProfile": reference("intent/profile"),
    }
    yield Item("intent", dictionary(entries))
    yield packed("intent/profile", {"N": b"3"}, srgb_profile())


def _read(units: Sequence[Unit], fonts: Sequence[UsedFont]) -> Iterator[str]:
    """For each page, how the glyphs of its unit are read in this file."""
    texts = {font.name: {glyph: text for glyph, text, _ in font.glyphs} for font in fonts}
    for unit in units:
        parts = [font for part in unit if part for font in part.fonts]
        read = [
            (font.name, font.file, texts[font.name][g]) for font in parts for g, *_ in font.glyphs
        ]
        yield from [repr(read)] * unit[0].pages


def _key(page: PaintedPage, read: str) -> str:
    """A hash of all that is painted on a page, and of how it is read."""
    return hashlib.sha256(f"{page.digest} {read}".encode()).hexdigest()[:32]


def _size(page: PaintedPage) -> tuple[float, float]:
    left, bottom, right, top = page.media
    return right - left, top - bottom
