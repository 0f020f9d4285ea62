"""A good tagged PDF, written as an outline of its tree, and one thing in it changed at a time.

A line is an element: its type, entries as PDF spells them, `A.Key=/Value` for attributes, then `|`
and its text. Words that begin with `@` say how it is painted: `@page=2 @size=20 @bold @at=40,300`.
`-> target` makes a link. `#Artifact`, `#unmarked` and `#orphan` paint what no element holds;
`[picture]` is a picture.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont

FONT = Path(__file__).resolve().parents[3] / "fonts/source-sans-3/SourceSans3-Regular.ttf"
LETTERS = "".join(map(chr, range(32, 127))) + "äöüÄÖÜß•–„“»«…©€\u2010"
STANDING_IN = {"☎": "À", "\ue000": "Á", "\ufffd": "Â", "\u00ad": "Ã"}
"""Signs that the font lacks, and the glyph that is shown for them."""
WIDTH, HEIGHT = 419.53, 595.28
ENTRY = re.compile(r"(@?[\w.]+)=(\([^)]*\)|<<.*?>>|\[[^\]]*\]|\S+)|(@\w+)")
OWNERS = {"L": "List", "FENote": "FENote"}
NAMESPACES = {"2": "http://iso.org/pdf2/ssn", "math": "http://www.w3.org/1998/Math/MathML"}

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Wegweiser</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

GOOD = """
Document
  H1 @size=20 | Wegweiser durch das Rathaus
  P | Hier steht, wer im Rathaus wofür da ist und wann die Türen offen sind.
  #Artifact Type=/Pagination @at=40,20 | Stadt Musterstadt
  H2 @size=14 @bold | Öffnungszeiten
  Table
    TR
      TH A.Scope=/Column | Tag
      TH A.Scope=/Column @at=200,same | Zeit
    TR
      TD | Montag
      TD @at=200,same | 8 bis 16 Uhr
  H2 @size=14 @bold | Was wir tun
  L A.ListNumbering=/Decimal
    LI
      Lbl | 1.
      LBody @at=60,same | Pässe und Ausweise
    LI
      Lbl | 2.
      LBody @at=60,same | Ummeldung der Wohnung
  Figure Alt=(Der Turm des Rathauses vor blauem Himmel) | [picture]
    Caption | Unser Rathaus seit 1912
  P @page=2
    Span | Fragen beantwortet das
    Link -> https://stadt.example | Büro für Bürger
  P
    Span | Mehr steht auf
    Reference | 1
  Note ID=(n1)
    Lbl | 1
    Span @at=60,same | Satzung vom 1. Mai
"""

SECOND = """
Document NS=2
  H1 NS=2 | Wegweiser
  P NS=2 | Hier steht, wer wofür da ist.
  L NS=2 A.ListNumbering=/Disc
    LI NS=2
      Lbl NS=2 | •
      LBody NS=2 @at=60,same | Pässe
  P NS=2
    Link NS=2 -> https://stadt.example | Büro für Bürger
"""
"""The same for PDF/UA-2."""


@dataclass
class Node:
    """A line of the outline."""

    kind: str
    entries: dict[str, str] = field(default_factory=dict)
    style: dict[str, str] = field(default_factory=dict)
    target: str = ""
    text: str = ""
    kids: list["Node"] = field(default_factory=list)


def parsed(text: str) -> Any:
    return pikepdf.Object.parse(text.encode("latin-1"))


def outline(text: str) -> list[Node]:
    """The lines as nodes in one another."""
    top = Node("")
    open_ = [(-1, top)]
    for line in filter(str.strip, text.splitlines()):
        depth = len(line) - len(line.lstrip())
        node = _node(line.strip())
        while open_[-1][0] >= depth:
            open_.pop()
        open_[-1][1].kids.append(node)
        open_.append((depth, node))
    return top.kids


def _node(line: str) -> Node:
    head, _, text = line.partition(" | ")
    head, _, target = head.partition(" -> ")
    kind, _, rest = head.partition(" ")
    node = Node(kind, target=target, text=text)
    for key, value, flag in ENTRY.findall(rest):
        if flag or key.startswith("@"):
            node.style[(flag or key)[1:]] = value
        else:
            node.entries[key] = value
    return node


@cache
def font_program() -> tuple[bytes, dict[str, int], list[int]]:
    """A subset with all letters, its glyphs, and their widths."""
    font = TTFont(FONT)
    subsetter = subset.Subsetter(subset.Options(layout_features=[], notdef_outline=True))
    subsetter.populate(text=LETTERS + "".join(STANDING_IN.values()))
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    names = font.getBestCmap()
    glyphs = {sign: font.getGlyphID(names[ord(sign)]) for sign in LETTERS}
    glyphs |= {sign: font.getGlyphID(names[ord(other)]) for sign, other in STANDING_IN.items()}
    units = font["head"].unitsPerEm
    widths = [round(font["hmtx"][name][0] * 1000 / units) for name in font.getGlyphOrder()]
    return file.getvalue(), glyphs, widths


def glyphs(text: str) -> bytes:
    numbers = font_program()[1]
    return b"<" + "".join(f"{numbers[sign]:04x}" for sign in text).encode() + b">"


def embedded_font(pdf: pikepdf.Pdf, name: str) -> Any:
    program, numbers, widths = font_program()
    descriptor = parsed(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 1000 1000]"
        " /ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 660 /StemV 80 >>"
    )
    descriptor.FontFile2 = pdf.make_stream(program)
    font = parsed(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
        f" /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 /BaseFont /{name}"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /CIDToGIDMap /Identity /W [0 {widths}] >> ] >>".replace(",", "")
    )
    font.DescendantFonts[0].FontDescriptor = pdf.make_indirect(descriptor)
    font.ToUnicode = pdf.make_stream(to_unicode(numbers).encode())
    return pdf.make_indirect(font)


def to_unicode(numbers: Mapping[str, int]) -> str:
    lines = [
        f"<{number:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, number in numbers.items()
    ]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    blocks = "".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{blocks}endcmap CMapName currentdict /CMap defineresource pop end end"
    )


class Builder:
    """Paints an outline, and makes its tree."""

    def __init__(self, pdf: pikepdf.Pdf, pages: int) -> None:
        self.pdf = pdf
        self.fonts = {"F": embedded_font(pdf, "ABCDEF+SourceSans3-Regular")}
        self.fonts["B"] = embedded_font(pdf, "ABCDEG+SourceSans3-Bold")
        self.streams = [bytearray() for _ in range(pages)]
        self.held: list[list[Any]] = [[] for _ in range(pages)]
        self.annotated: list[list[Any]] = [[] for _ in range(pages)]
        self.parents: dict[int, Any] = {}
        self.fields: list[Any] = []
        self.page, self.line = 0, 0.0
        self.lines = [HEIGHT - 40.0] * pages
        self.styles: list[dict[str, str]] = []
        self.elements: list[tuple[str, Any]] = []
        picture = parsed(
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8"
            " /ColorSpace /DeviceGray >>"
        )
        self.resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary({f"/{name}": font for name, font in self.fonts.items()}),
            XObject=pikepdf.Dictionary(Picture=pdf.make_stream(b"\0\x40\x80\xc0", picture)),
        )
        for _ in range(pages):
            page = parsed(f"<< /Type /Page /MediaBox [0 0 {WIDTH} {HEIGHT}] >>")
            page.Resources = self.resources
            pdf.pages.append(pikepdf.Page(page))
        self.root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))

    def build(self, nodes: Sequence[Node]) -> None:
        kids = [self.element(node, self.root) for node in nodes if not self.loose(node)]
        self.root.K = pikepdf.Array(kids)
        nums = pikepdf.Array()
        for number, page in enumerate(self.pdf.pages):
            page.obj.Contents = self.pdf.make_stream(bytes(self.streams[number]))
            page.obj.StructParents = number
            nums.extend([number, pikepdf.Array(self.held[number])])
            if self.annotated[number]:
                page.obj.Annots = pikepdf.Array(self.annotated[number])
                page.obj.Tabs = pikepdf.Name.S
        for number, element in self.parents.items():
            nums.extend([number, element])
        self.root.ParentTree = self.pdf.make_indirect(pikepdf.Dictionary(Nums=nums))

    def loose(self, node: Node) -> bool:
        """Paint what no element holds."""
        if not node.kind.startswith("#"):
            return False
        kind, entries = node.kind[1:], dict(node.entries)
        if kind == "unmarked":
            self.paint(node, b"", b"")
            return True
        if kind == "orphan":
            kind, entries["MCID"] = "Span", "77"
        words = " ".join(f"/{key} {value}" for key, value in entries.items())
        self.paint(node, f"/{kind} << {words} >> BDC ".encode("latin-1"), b" EMC")
        return True

    def element(self, node: Node, parent: Any) -> Any:
        element = self.pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{node.kind}"))
        )
        element.P = parent
        self.elements.append((node.kind, element))
        self._entries(node, element)
        if "page" in node.style:
            self.page = int(node.style["page"]) - 1
        element.Pg = self.pdf.pages[self.page].obj
        kids: list[Any] = []
        if node.text:
            kids.append(self.content(node, element))
        if node.target:
            kids.append(self.annotation(node, element))
        kids += [self.element(kid, element) for kid in node.kids if not self.loose(kid)]
        if kids:
            element.K = pikepdf.Array(kids)
        return element

    def _entries(self, node: Node, element: Any) -> None:
        owner = OWNERS.get(node.kind, "Table")
        attributes = pikepdf.Dictionary(O=pikepdf.Name(f"/{owner}"))
        for key, value in node.entries.items():
            if key.startswith("A."):
                attributes[f"/{key[2:]}"] = parsed(value)
            elif key == "NS":
                element.NS = self.namespace(value)
            elif key not in ("Contents", "annotation"):
                element[f"/{key}"] = parsed(value)
        if len(attributes) > 1:
            element.A = attributes

    def namespace(self, name: str) -> Any:
        spaces = self.root.get("/Namespaces")
        if spaces is None:
            spaces = self.root.Namespaces = pikepdf.Array()
        for space in spaces:
            if str(space.NS) == NAMESPACES[name]:
                return space
        words = pikepdf.Dictionary(Type=pikepdf.Name.Namespace, NS=NAMESPACES[name])
        spaces.append(self.pdf.make_indirect(words))
        return spaces[-1]

    def content(self, node: Node, element: Any) -> int:
        number = len(self.held[self.page])
        self.held[self.page].append(element)
        words = node.style.get("mark", "").replace("_", " ")
        begin = f"/{node.kind} << /MCID {number} {words} >> BDC ".encode()
        self.paint(node, begin, b" EMC")
        return number

    def annotation(self, node: Node, element: Any) -> Any:
        left = 40.0
        spelt = node.entries.get("annotation", "<< /Subtype /Link >>").replace("_", " ")
        found = parsed(spelt)
        found.Type, found.F = pikepdf.Name.Annot, found.get("/F", 4)
        box = [left, self.line - 3, left + 120, self.line + 10]
        found.Rect = found.get("/Rect", pikepdf.Array(box))
        contents = node.entries.get("Contents", f"({node.text})")
        if contents != "()":
            found.Contents = parsed(contents)
        if node.target.startswith("page "):
            page = self.pdf.pages[int(node.target[5:]) - 1].obj
            found.Dest = pikepdf.Array([page, pikepdf.Name.Fit])
        elif node.target != "nothing":
            found.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(node.target))
        number = 100 + len(self.parents)
        found.StructParent = number
        self.parents[number] = element
        found = self.pdf.make_indirect(found)
        self.annotated[self.page].append(found)
        if found.Subtype == "/Widget":
            self.fields.append(found)
        return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=found, Pg=element.Pg)

    def paint(self, node: Node, begin: bytes, end: bytes) -> None:
        if "page" in node.style:
            self.page = int(node.style["page"]) - 1
        size = float(node.style.get("size", "11"))
        font = "B" if "bold" in node.style else "F"
        left, _, bottom = node.style.get("at", "40,next").partition(",")
        if bottom == "next":
            self.line = self.lines[self.page] = self.lines[self.page] - size * 1.8
        elif bottom != "same":
            self.line = float(bottom)
        if node.text == "[picture]":
            self.line = self.lines[self.page] = self.lines[self.page] - 60
            words = f"q 60 0 0 60 {left} {self.line} cm /Picture Do Q".encode()
        else:
            place = f"BT /{font} {size:g} Tf 1 0 0 1 {left} {self.line:g} Tm ".encode()
            words = place + glyphs(node.text) + b" Tj ET"
        self.streams[self.page] += begin + words + end + b"\n"


def made(change: Mapping[str, Any]) -> bytes:
    """The good file with one thing changed, as `cases.toml` explains."""
    second = change.get("second", False)
    text = change.get("tree", SECOND if second else GOOD)
    for old, new in change.get("damage", ()):
        assert old in text, old
        text = text.replace(old, new)
    pdf = pikepdf.new()
    builder = Builder(pdf, max(2, *map(int, re.findall(r"@page=(\d+)", text)), 0))
    builder.build(outline(text))
    root = pdf.Root
    root.StructTreeRoot = builder.root
    root.MarkInfo = pikepdf.Dictionary(Marked=True)
    root.Lang = pikepdf.String("de")
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    xmp = XMP.replace('part="1"', 'part="2" pdfuaid:rev="2024"') if second else XMP
    for old, new in change.get("xmp", ()):
        assert old in xmp, old
        xmp = xmp.replace(old, new)
    words = parsed("<< /Type /Metadata /Subtype /XML >>")
    root.Metadata = pdf.make_stream(xmp.encode(), words)
    add_bookmarks(pdf, change.get("bookmarks", ()))
    if builder.fields:
        root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(builder.fields))
    font = builder.fonts["F"]
    places = {
        "root": root,
        "page": pdf.pages[0].obj,
        "page_2": pdf.pages[1].obj,
        "tree_root": builder.root,
        "font": font,
        "descendant": font.DescendantFonts[0],
        "descriptor": font.DescendantFonts[0].FontDescriptor,
    }
    streams: dict[str, Any] = {
        name: pdf.make_stream(spec["data"].encode("latin-1"), parsed(spec.get("dict", "<< >>")))
        for name, spec in change.get("streams", {}).items()
    }
    streams |= {name: item for name, item in reversed(builder.elements)}
    if "namespace_map" in change:
        streams["self"] = builder.namespace("2")
        merge(streams["self"], f"<< /RoleMapNS {change['namespace_map']} >>", streams, pdf)
    for place, holder in places.items():
        merge(holder, change.get(place, "<< >>"), streams, pdf)
    for kind, spelt in change.get("elements", {}).items():
        merge(next(item for name, item in builder.elements if name == kind), spelt, streams, pdf)
    damage_objects(pdf, builder, change)
    for old, new in change.get("content", ()):
        stream = pdf.pages[0].obj.Contents
        data = stream.read_bytes()
        assert old.encode() in data, old
        stream.write(data.replace(old.encode(), new.encode(), 1))
    return saved(pdf, change)


def damage_objects(pdf: pikepdf.Pdf, builder: Builder, change: Mapping[str, Any]) -> None:
    """What cannot be said by keys of one object."""
    if "bad_parents" in change:
        held = builder.root.ParentTree.Nums[1]
        held[0], held[1] = held[1], held[0]
    if "circle" in change:
        first = builder.elements[0][1]
        builder.elements[1][1].K = pikepdf.Array([first])
    if "twice" in change:
        builder.elements[0][1].K.append(builder.elements[1][1])
    if "reversed_annotations" in change:
        pdf.pages[1].obj.Annots = pikepdf.Array(list(reversed(builder.annotated[1])))
    if "bookmarks_nowhere" in change:
        del pdf.Root.Outlines.First["/Dest"]
    for kind, flag in (("Link", "two_targets"), ("Form", "two_fields")):
        if flag in change:
            element = next(item for name, item in builder.elements if name == kind)
            add_annotation(pdf, builder, element)


def add_annotation(pdf: pikepdf.Pdf, builder: Builder, element: Any) -> None:
    """Another annotation in an element: a copy, with another target."""
    first = next(kid for kid in element.K if isinstance(kid, pikepdf.Dictionary)).Obj
    copy = pikepdf.Dictionary(dict(first.items()))
    if "/A" in copy:
        copy.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://b.example"))
    copy.StructParent = 900
    copy = pdf.make_indirect(copy)
    pdf.pages[0].obj.Annots.append(copy)
    if "/FT" in copy:
        pdf.Root.AcroForm.Fields.append(copy)
    element.K.append(pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=copy, Pg=element.Pg))
    builder.root.ParentTree.Nums.extend([900, element])


def saved(pdf: pikepdf.Pdf, change: Mapping[str, Any]) -> bytes:
    file = BytesIO()
    protection: Any = False
    if "permissions" in change:
        allowed = pikepdf.Permissions(accessibility=change["permissions"])
        protection = pikepdf.Encryption(
            owner="x", user="", R=3, allow=allowed, aes=False, metadata=False
        )
    pdf.save(
        file,
        force_version="2.0" if change.get("second") else "1.7",
        encryption=protection,
        fix_metadata_version=False,
        deterministic_id=not protection,
    )
    return file.getvalue()


def add_bookmarks(pdf: pikepdf.Pdf, titles: Sequence[str]) -> None:
    if titles:
        with pdf.open_outline() as outline_:
            outline_.root.extend(pikepdf.OutlineItem(title, 0) for title in titles)


def merge(holder: Any, change: str, streams: Mapping[str, Any], pdf: pikepdf.Pdf) -> None:
    """Set keys as PDF spells them; `null` takes one away, `/@name` is the stream of that name."""
    for key, value in parsed(change).items():
        if value is None:
            del holder[key]
        else:
            holder[key] = _filled(value, streams, pdf)


def _filled(item: Any, streams: Mapping[str, Any], pdf: pikepdf.Pdf) -> Any:
    if isinstance(item, pikepdf.Name) and str(item).startswith("/@"):
        return streams[str(item)[2:]]
    if isinstance(item, pikepdf.Array):
        return pikepdf.Array([_filled(part, streams, pdf) for part in item])
    if isinstance(item, pikepdf.Dictionary):
        filled = {key: _filled(value, streams, pdf) for key, value in item.items()}
        return pdf.make_indirect(pikepdf.Dictionary(filled))
    return item
