"""The bytes of a PDF → a `TaggedFile`, however foreign or broken."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO

import pikepdf

from brochure.document.pdf_file import PdfFile
from brochure.document.tagged_file import TaggedFile
from brochure.pdf.content.interpreter import Shared
from brochure.pdf.content.reading import Locked, NoPdf, file_of
from brochure.pdf.content.values import BROKEN, Object, key, name, text, value
from brochure.pdf.structure import facts
from brochure.pdf.structure.annotations import annotations, found_on
from brochure.pdf.structure.destinations import Destinations
from brochure.pdf.structure.fonts import font_facts
from brochure.pdf.structure.number_tree import numbered
from brochure.pdf.structure.outline import bookmarks
from brochure.pdf.structure.parent_tree import ParentTree
from brochure.pdf.structure.pieces import pieces_of
from brochure.pdf.structure.tree import Tree

HEADER = re.compile(rb"%PDF-\d\.\d")


def read_tagged(data: bytes, called: str) -> TaggedFile:
    """Everything that assistive technology finds; `called` is how a person calls the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                return tagged_file_of(pdf, called, data)
        except pikepdf.PasswordError as cause:
            raise Locked(called) from cause
        except (*BROKEN, RuntimeError) as cause:
            raise NoPdf(called) from cause


def tagged_file_of(pdf: pikepdf.Pdf, called: str, data: bytes) -> TaggedFile:
    """The same of an open file."""
    shared = Shared()
    file = file_of(pdf, called, shared)
    root, tree_root = pdf.Root, value(pdf.Root, "/StructTreeRoot")
    pages = {key(page.obj): number for number, page in enumerate(pdf.pages, start=1)}
    found = found_on(pdf)
    named = {key(item): index for index, (_, item) in enumerate(found) if key(item)}
    tree = Tree(tree_root, pages, pieces_of(file.pages), named)
    elements = tree.elements
    holders = {at: element.index for element in elements for at in element.annotations}
    numbers = numbered(value(tree_root, "/ParentTree"))
    destinations = Destinations(root, pages)
    attachments, clips = facts.embedded_and_clips(root, pdf.objects)
    has_xfa, dynamic = facts.xfa(root)
    marks, shows = value(root, "/MarkInfo"), value(root, "/ViewerPreferences")
    header = HEADER.match(data[:1024])
    return TaggedFile(
        file,
        has_tree=bool(name(value(tree_root, "/Type")) or value(tree_root, "/K") is not None),
        marked=value(marks, "/Marked") is True,
        suspects=value(marks, "/Suspects") is True,
        lang=text(value(root, "/Lang")),
        shows_title=_flag(value(shows, "/DisplayDocTitle")),
        ua_prefix=facts.ua_prefix(root),
        header=header[0].decode() if header else "",
        role_map=tree.role_map,
        elements=elements,
        contents=tuple(tree.contents),
        text=tree.text,
        roots=tuple(tree.roots),
        annotations=tuple(
            annotations(found, file.pages, destinations, numbers, tree.places, holders)
        ),
        tabs={at: name(value(page.obj, "/Tabs")) for at, page in enumerate(pdf.pages, start=1)},
        bookmarks=tuple(bookmarks(root, destinations)),
        attachments=attachments,
        layers=tuple(facts.layer_configs(root)),
        clips=clips,
        dynamic_xfa=dynamic,
        has_xfa=has_xfa,
        permissions=facts.permissions(pdf.trailer) if pdf.is_encrypted else None,
        fonts=tuple(font_facts(shared, _first_pages(file))),
        forms_used_again=tuple(_used_again(file)),
        parent_tree_faults=tuple(ParentTree(pdf, numbers).wrong(tree.contents, tree.places)),
        faults=tuple(tree.faults),
        complete=tree.complete and all(page.complete for page in file.pages),
    )


def _flag(item: Object) -> bool | None:
    return item if isinstance(item, bool) else None


def _first_pages(file: PdfFile) -> Mapping[str, int]:
    """By the name of a font the first page that shows it."""
    found: dict[str, int] = {}
    for page in file.pages:
        for font in page.fonts:
            found.setdefault(font.name, page.number)
    return found


def _used_again(file: PdfFile) -> Iterator[int]:
    """Pages on which a form paints tagged content of its own another time."""
    counted: Counter[tuple[str, int]] = Counter()
    for page in file.pages:
        again = False
        for mark in page.marks:
            if mark.stream and mark.piece == mark.serial and mark.mcid is not None:
                counted[mark.stream, mark.mcid] += 1
                again |= counted[mark.stream, mark.mcid] > 1
        if again:
            yield page.number
