"""What is found in a tagged file, one row of the table each; nothing here knows who made it."""

import re
import subprocess
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks.tagging.tagged_file import Node, TaggedFile
from tests.readers import poppler
from tests.readers.element import words_of

LONG_WORD = "Straßenverkehrsbehörde"
ARABIC = "مرحبا بكم"
NO = "–"


def languages(file: TaggedFile) -> str:
    """Two passages are in other languages: do they say so?"""
    told = {str(node.item.Lang)[:2] for node in file.nodes() if "/Lang" in node.item}
    for page in file.pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        told |= set(re.findall(r"/Lang ?\((\w\w)", content.decode("latin-1")))
    return f"{len(told & {'en', 'ar'})} of 2"


def margin(file: TaggedFile) -> str:
    """The number at the foot of each page."""
    found = set()
    document = pypdfium2.PdfDocument(file.file)
    for number, page in enumerate(document):
        text = page.get_textpage()
        if (place := text.search("Blatt").get_next()) is not None:
            item = pdfium.FPDFText_GetTextObject(text.raw, place[0])
            found.add(_margin_mark(file, number, item))
    document.close()
    return ", ".join(sorted(found)) or "not painted"


def _margin_mark(file: TaggedFile, page: int, item: Any) -> str:
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
    if mcid >= 0:
        return "is read" if (page, mcid) in file.placed else "marked, in no tree"
    return "artifact" if pdfium.FPDFPageObj_CountMarks(item) else "not marked"


def order(file: TaggedFile) -> str:
    """Two paragraphs of which CSS `order` shows the second first."""
    text = file.text()
    return "of the source" if text.find("Erstens") < text.find("Zweitens") else "of the style"


def paragraph(file: TaggedFile) -> str:
    """A paragraph that begins on one page and ends on the next."""
    ends = [file.holding("Anfang des"), file.holding("sein Ende")]
    blocks = {id(node.block()) for node in ends if node}
    split = len({page for node in ends if node for page in node.block().pages_below()}) > 1
    return _number(len(blocks), "element") if split else "not split"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def table(file: TaggedFile) -> str:
    """A table that goes on on another page."""
    number = len(file.nodes("Table"))
    return _number(number, "element")


def repeated_head(file: TaggedFile) -> str:
    """How often its head is read, which is painted on each page."""
    times = sum(node.text().count("Jahr") for node in file.nodes("TH", "TD"))
    return {1: "read once"}.get(times, f"read {times} times")


def column_headers(file: TaggedFile) -> str:
    """By what a cell finds its header."""
    scope = any(node.attribute("Scope") is not None for node in file.nodes("TH"))
    named = any(node.attribute("Headers") for node in file.nodes("TD"))
    return " + ".join([*["Scope"] * scope, *["Headers"] * named]) or NO


def row_header(file: TaggedFile) -> str:
    """The year at the head of a row."""
    found = file.holding("2020")
    while found and found.role not in ("TH", "TD"):
        found = found.parent
    return found.role if found else NO


def note(file: TaggedFile) -> str:
    """The note, and where it is called."""
    notes = file.nodes("Note", "FENote")
    calls = [n for n in file.nodes("Reference") if not n.is_within("TOCI")]
    parts = ["Note"] * bool(notes) + ["ID"] * any("/ID" in n.item for n in notes)
    return ", ".join([*parts, *["Reference"] * bool(calls)]) or NO


def contents(file: TaggedFile) -> str:
    """The table of contents."""
    return "TOC" if file.nodes("TOC") and file.nodes("TOCI") else "a list"


def link(file: TaggedFile) -> str:
    """A link over two lines with a bold word in it."""
    found = [node for node in file.nodes("Link") if _leads_out(node)]
    outer = [node for node in found if not any(p in found for p in _around(node))]
    areas = {item.objgen for node in outer for item in node.annotations() if _address(item)}
    nested = len(found) - len(outer)
    return f"{_number(len(outer), 'element')}, {_number(len(areas), 'place')}" + (
        f", {nested} nested" if nested else ""
    )


def link_words(file: TaggedFile) -> str:
    """What the link says (Contents)."""
    annotations = [a for node in file.nodes("Link") for a in node.annotations() if _address(a)]
    told = str(annotations[0].get("/Contents", "")) if annotations else ""
    if not told:
        return NO
    return "its text" if "Arbeitsgruppe" in told else "the address"


def _leads_out(node: Node) -> bool:
    return any(_address(item) for item in node.annotations())


def _address(annotation: Any) -> str:
    action = annotation.get("/A")
    return str(action.get("/URI", "")) if action is not None else ""


def _around(node: Node) -> list[Node]:
    return [node.parent, *_around(node.parent)] if node.parent else []


def hyphens(file: TaggedFile) -> str:
    """A word that is divided at the end of a line, as poppler reads it through the tree."""
    lines = subprocess.run(["pdftotext", "-raw", file.file, "-"], capture_output=True, check=True)
    if LONG_WORD in lines.stdout.decode():
        return "not divided"
    text = words_of("".join(item.text() for item in poppler.read(file.file)))
    if LONG_WORD in text:
        return "whole word"
    broken = re.search(r"Straßen\W?verkehrs\W?be\W?\s?hörde", text)
    return f"«{broken[0]}»" if broken else "lost"


def capitals(file: TaggedFile) -> str:
    """Text that the style sets in capitals, as PDFium reads it."""
    return "as typed" if "Große Straße" in words_of(file.text()) else "in capitals"


def arabic(file: TaggedFile) -> str:
    """Which readers give Arabic in its order."""
    texts = {
        "PDFium": file.text(),
        "poppler": "".join(item.text() for item in poppler.read(file.file)),
    }
    right = [name for name, text in texts.items() if ARABIC in words_of(normalize("NFKC", text))]
    return ", ".join(right) or "neither"


def bookmarks(file: TaggedFile) -> str:
    """Bookmarks beside headings."""

    def count(items: Any) -> int:
        return sum(1 + count(item.children) for item in items)

    with file.pdf.open_outline() as outline:
        found = count(outline.root)
    return f"{found} of {len(file.nodes('H1', 'H2', 'H3'))}"


def figure(file: TaggedFile) -> str:
    """The picture: its words, and whether its BBox is where it is painted."""
    found = next((node for node in file.nodes("Figure") if "/Alt" in node.item), None)
    if found is None:
        return NO
    box = found.attribute("BBox")
    return "Alt" + ("" if box is None else f", BBox {'right' if _is_place(file, box) else 'wrong'}")


def _is_place(file: TaggedFile, box: Any) -> bool:
    """Whether some picture is painted there, by PDFium, within two points."""
    wanted = [float(side) for side in box]
    document = pypdfium2.PdfDocument(file.file)
    bounds = [item.get_bounds() for page in document for item in page.get_objects(max_depth=1)]
    document.close()
    return any(
        all(abs(side - want) < 2 for side, want in zip(bound, wanted, strict=True))
        for bound in bounds
    )


def caption(file: TaggedFile) -> str:
    """The caption of the picture."""
    found = next((n for n in file.nodes("Caption") if "Kreis" in n.text()), None)
    if found is None:
        return NO
    return "in the Figure" if found.is_within("Figure") else "beside the Figure"


def decoration(file: TaggedFile) -> str:
    """A picture that only decorates."""
    bare = [n for n in file.nodes("Figure") if "/Alt" not in n.item and not _has_figure(n)]
    return "Figure without Alt" if bare else "artifact"


def _has_figure(node: Node) -> bool:
    return any(other.role == "Figure" for other in node.walk() if other is not node)


def numbering(file: TaggedFile) -> str:
    """The kind of a list that is lettered a, b."""
    found = next((node for node in file.nodes("L") if "zu Fuß" in node.text()), None)
    told = found.attribute("ListNumbering") if found else None
    return str(told)[1:] if told is not None else NO


def layout(file: TaggedFile) -> str:
    """Whether elements say how they are set, which readers that reflow a page may use."""
    asked = ("Placement", "LineHeight", "TextAlign", "BorderStyle")
    return ", ".join(a for a in asked if any(n.attribute(a) for n in file.nodes())) or NO


def size(file: TaggedFile) -> str:
    """The size of the file."""
    return f"{file.file.stat().st_size / 1024:.0f} KiB"


ROWS: dict[str, Callable[[TaggedFile], str]] = {
    "Passages in other languages say so": languages,
    "Page number in the margin": margin,
    "Order, where CSS `order` shows another": order,
    "Paragraph over two pages": paragraph,
    "Table over pages": table,
    "… its repeated head": repeated_head,
    "… column headers found by": column_headers,
    "… header of a row": row_header,
    "Note": note,
    "Contents": contents,
    "Link with a bold word over two lines": link,
    "… what it says (Contents)": link_words,
    "Divided word": hyphens,
    "Word in capitals by the style": capitals,
    "Arabic in its order for": arabic,
    "Bookmarks for headings": bookmarks,
    "Picture": figure,
    "… its caption": caption,
    'Decoration (`alt=""`)': decoration,
    "List lettered a, b": numbering,
    "How it is set (layout attributes)": layout,
    "Size of the file": size,
}
