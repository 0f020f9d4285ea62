"""The linker: fragments of units → one finished PDF.

Nothing is laid out or painted here, and no library of PDF is needed: pages, structure, links,
bookmarks, fonts and pictures of the units are put together as bytes. In which order units were
compiled, by how many processes, or whether they came from a cache makes no difference.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from brochure.catalog import Profile
from brochure.catalog.conditions import Condition
from brochure.catalog.standards import Standard
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
from brochure.pdf.fonts import ReadFont, characters, font_items, merged
from brochure.pdf.metadata import information, xmp
from brochure.pdf.output_intent import output_intents
from brochure.pdf.page_marks import PageMarks, with_marks
from brochure.pdf.pictures import at_resolution, united
from brochure.pdf.syntax import array, dictionary, number, numbers, reference, string
from brochure.pdf.tags.outline import ROOT as OUTLINE
from brochure.pdf.tags.outline import outline_items
from brochure.pdf.tags.tree import ROOT as STRUCTURE
from brochure.pdf.tags.tree import Tree

NO_MARKS = PageMarks()
Unit = tuple[Fragment, Fragment | None]
"""A unit and the margins of its pages, where they have any."""


@dataclass(frozen=True)
class Linked:
    """A PDF with the characters that were drawn with each font's family, and its structure.

    `diagnostics` are findings of linking alone: links that lead nowhere, marks without room.
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
    condition: Condition | None = None,
    marks: PageMarks = NO_MARKS,
) -> Linked:
    """One PDF of all units' pages in order; `identity` makes the file's ids.

    `condition` is what inks are meant for, where the profile's colours are inks; `marks` are drawn
    around what the press prints.
    """
    fragments = [fragment for fragment, _ in units]
    everything = [part for unit in units for part in unit if part]
    pages = [page for unit in units for page in _with_margins(*unit)]
    if not profile.bleed:
        pages = [replace(page, bleed=page.trim) for page in pages]
    pages, without_room = with_marks(pages, marks)
    fonts = merged(everything)
    skeletons = tuple(fragment.skeleton for fragment in fragments)
    names = [f"page/{index}" for index in range(len(pages))]
    groups = [page.groups for page in pages]
    tree = Tree(skeletons, names, groups, profile.pdf_version, has_links=profile.links)
    used = dict(font_items(fonts, read_font))
    standards = profile.standards
    pictures = map(partial(at_resolution, profile=profile), united(everything))
    if any(standard.output_intent for standard in standards):
        pictures = map(_not_smoothed, pictures)
    intents = output_intents(standards, condition)
    body = Body(
        catalog=_catalog(tree, metadata, intents),
        pages=tuple(_pages(pages, names, tree)),
        shared=tuple(_shared(used, pictures)),
        others=(
            *_others(tree, names, metadata, standards, identity),
            *intents,
        ),
        info="info" if all(standard.info_dictionary for standard in standards) else None,
    )
    data = written(body, profile.pdf_version, hashlib.sha256(identity).digest()[:16])
    sizes = tuple(_size(page) for page in pages)
    keys = tuple(_key(page, texts) for page, texts in zip(pages, _read(units, fonts), strict=True))
    lost = tuple(Diagnostic.of("layout/link-target", name=name) for name in tree.lost_targets())
    found = (*lost, *without_room)
    return Linked(Pdf(data, sizes, keys), metadata.title, characters(fonts), found, skeletons)


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


def _not_smoothed(picture: Picture) -> Picture:
    """ISO 19005-2, 6.2.8."""
    items = tuple(
        replace(item, text=item.text.replace(b"/Interpolate true", b"/Interpolate false"))
        for item in picture.items
    )
    return replace(picture, items=items)


def _pages(pages: Sequence[PaintedPage], names: Sequence[str], tree: Tree) -> Iterator[Page]:
    links = tree.links()
    for index, (name, page) in enumerate(zip(names, pages, strict=True)):
        annotations = [links[link] for link in tree.annotations.get(index, ())]
        contents = list(_contents(name, page))
        first = Item(name, _page(page, index, contents, annotations))
        objects = (_with_key(item, tree.group_keys) for item in page.objects)
        yield Page((first, *contents, *objects, *annotations))


def _contents(name: str, page: PaintedPage) -> Iterator[Item]:
    """The streams of a page, which are read as one (ISO 32000-1, 7.8.2)."""
    before, after = page.around
    streams = {"clip": before, "content": page.content, "margins": page.above, "marks": after}
    for part, operators in streams.items():
        if operators:
            yield Item(f"{name}/{part}", b"<</Filter /FlateDecode>>", operators)


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
        "MediaBox": numbers(page.media or page.bleed),
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


def _shared(fonts: Mapping[str, Sequence[Item]], pictures: Iterable[Picture]) -> Iterator[Item]:
    for items in fonts.values():
        yield from items
    for picture in pictures:
        yield from picture.items


def _catalog(tree: Tree, metadata: Metadata, intents: Sequence[Item]) -> Item:
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
    if intents:
        entries["OutputIntents"] = array([reference(intents[0].name)])
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
        yield Item("info", information(metadata, standards))
    packet = xmp(metadata, standards, identity)
    yield Item("metadata", b"<</Type /Metadata/Subtype /XML>>", packet)


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
    """A hash of all that is painted on a page, of what is shown of it, and of how it is read."""
    shown = f"{page.digest} {page.bleed} {page.around} {read}"
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _size(page: PaintedPage) -> tuple[float, float]:
    left, bottom, right, top = page.media or page.bleed
    return right - left, top - bottom
