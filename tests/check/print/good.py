"""A small file that a print shop takes as it is, and one thing in it changed at a time."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[3]
FONT = ROOT / "fonts/source-sans-3/SourceSans3-Regular.ttf"
LETTERS = "Druckreif"
PLACES = ("root", "trailer", "info", "intent", "page", "page_2")

ICC = bytearray(132)
ICC[12:16], ICC[16:20], ICC[36:40] = b"prtr", b"CMYK", b"acsp"
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped="False" xmpMM:DocumentID="uuid:1"
  xmpMM:VersionID="1" xmpMM:RenditionClass="proof:pdf" xmp:CreateDate="2026-11-24T12:00:00Z"
  xmp:ModifyDate="2026-11-24T12:00:00Z" xmp:MetadataDate="2026-11-24T12:00:00Z">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Druckreif</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

CONTENT = b"""
q 0.1 0 0 0 k 0 0 314.645669 436.535433 re f Q
q 0 0 0 1 k /Over gs BT /F 10 Tf 1 0 0 1 40 400 Tm %s Tj ET Q
q 70 0 0 70 40 300 cm /Picture Do Q
q 200 300 60 60 re W n /Gradient sh Q
q /Group Do Q
q 0 0 0 1 K /Over gs 0.5 w 40 280 m 260 280 l S Q
"""


@cache
def font_program() -> tuple[bytes, dict[str, int]]:
    """The letters that are needed of a font, and their glyphs."""
    options = subset.Options(layout_features=[], notdef_outline=True)
    font = TTFont(FONT)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    names = font.getBestCmap()
    return file.getvalue(), {sign: font.getGlyphID(names[ord(sign)]) for sign in LETTERS}


def glyphs(text: str) -> str:
    """A text as the string that shows it."""
    numbers = font_program()[1]
    return "<" + "".join(f"{numbers[sign]:04x}" for sign in text) + ">"


def parsed(text: str) -> Any:
    return pikepdf.Object.parse(text.encode("latin-1"))


def embedded_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    program, numbers = font_program()
    descriptor = parsed(
        "<< /Type /FontDescriptor /FontName /ABCDEF+SourceSans3 /Flags 4 /FontBBox [0 0 1000 1000]"
        " /ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 660 /StemV 80 >>"
    )
    descriptor.FontFile2 = pdf.make_stream(program)
    letters = "".join(f"<{number:04x}> <{ord(sign):04x}>\n" for sign, number in numbers.items())
    font = parsed(
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SourceSans3 /Encoding /Identity-H"
        " /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+SourceSans3"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >> ] >>"
    )
    font.DescendantFonts[0].FontDescriptor = pdf.make_indirect(descriptor)
    font.ToUnicode = pdf.make_stream(f"1 beginbfchar\n{letters}endbfchar\n".encode())
    return pdf.make_indirect(font)


def resources(pdf: pikepdf.Pdf) -> pikepdf.Object:
    found = parsed(
        "<< /ExtGState << /Over << /OP true /op true /OPM 1 >> >> /Shading << /Gradient <<"
        " /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [200 0 260 0] /Function <<"
        " /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0.5 0 0 0] >> >> >>"
        " /Font << >> /XObject << >> >>"
    )
    found.Font.F = embedded_font(pdf)
    found.XObject.Picture = pdf.make_stream(
        bytes(300 * 300 * 4),
        parsed(
            "<< /Type /XObject /Subtype /Image /Width 300 /Height 300 /BitsPerComponent 8"
            " /ColorSpace /DeviceCMYK >>"
        ),
    )
    found.XObject.Group = pdf.make_stream(
        b"0.2 0 0 0 k 100 100 50 50 re f",
        parsed(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << >>"
            " /Group << /S /Transparency /CS /DeviceCMYK >> >>"
        ),
    )
    return found


@cache
def good_file() -> bytes:
    """Two pages of A6 with 3 mm of bleed."""
    pdf = pikepdf.new()
    shared = resources(pdf)
    for _ in range(2):
        page = parsed(
            "<< /Type /Page /MediaBox [0 0 314.645669 436.535433]"
            " /BleedBox [0 0 314.645669 436.535433]"
            " /TrimBox [8.503937 8.503937 306.141732 428.031496] >>"
        )
        page.Resources = shared
        page.Contents = pdf.make_stream(CONTENT % glyphs("Druckreif").encode())
        pdf.pages.append(pikepdf.Page(page))
    intent = parsed(
        "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39)"
        " /RegistryName (http://www.color.org) /Info (Coated FOGRA39) >>"
    )
    intent.DestOutputProfile = pdf.make_stream(bytes(ICC), parsed("<< /N 4 >>"))
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), parsed("<< /Type /Metadata /Subtype /XML >>"))
    pdf.docinfo["/Title"], pdf.docinfo["/Trapped"] = "Druckreif", pikepdf.Name("/False")
    file = BytesIO()
    pdf.save(file, min_version="1.6", force_version="1.6", deterministic_id=True)
    return file.getvalue()


def made(pdf: pikepdf.Pdf, spec: Mapping[str, Any]) -> Any:
    """A stream: its data as text, in hex, or that of the profile or the XMP of the good file."""
    copies = {"profile": bytes(ICC), "xmp": XMP.encode(), "packed xmp": XMP.encode().hex().encode()}
    if "copy" in spec:
        data = copies[spec["copy"]]
    else:
        data = bytes.fromhex(spec["hex"]) if "hex" in spec else spec["data"].encode()
    words = parsed(spec.get("dict", "<< >>"))
    packed = words.get("/Filter")
    stream = pdf.make_stream(b"", words)
    stream.write(data * spec.get("times", 1), filter=packed)
    return stream


def filled(item: Any, streams: Mapping[str, Any]) -> Any:
    """An object in which a name such as /@mask is the stream of that name."""
    if isinstance(item, pikepdf.Name) and str(item).startswith("/@"):
        return streams[str(item)[2:]]
    if isinstance(item, pikepdf.Array):
        return pikepdf.Array([filled(part, streams) for part in item])
    if isinstance(item, pikepdf.Dictionary):
        return pikepdf.Dictionary({key: filled(value, streams) for key, value in item.items()})
    return item


def changed_file(change: Mapping[str, Any]) -> bytes:
    """The good file with one thing changed, as `cases.toml` explains."""
    pdf = pikepdf.open(BytesIO(good_file()))
    first = pdf.pages[0].obj
    places: dict[str, Any] = {"root": pdf.Root, "trailer": pdf.trailer, "info": pdf.docinfo}
    places |= {"page": first, "page_2": pdf.pages[1].obj, "intent": pdf.Root.OutputIntents[0]}
    streams = {name: made(pdf, spec) for name, spec in change.get("streams", {}).items()}
    for place in PLACES:
        merge(places[place], change.get(place, "<< >>"), streams)
    if "resources" in change:
        own = first.Resources = pikepdf.Dictionary(dict(first.Resources.items()))
    for kind, named in change.get("resources", {}).items():
        own[f"/{kind}"] = merged(own.get(f"/{kind}", pikepdf.Dictionary()), named, pdf, streams)
    if content := change.get("content"):
        spelt = content.replace("(Druckreif)", glyphs("Druckreif"))
        first.Contents = pdf.make_stream(first.Contents.read_bytes() + f"q {spelt} Q".encode())
    if "whole_content" in change:
        first.Contents = pdf.make_stream(change["whole_content"].encode("latin-1"))
    if "parts" in change:
        first.Contents = pikepdf.Array([pdf.make_stream(part.encode()) for part in change["parts"]])
    if "xmp" in change:
        old, new = change["xmp"]
        assert old in XMP
        pdf.Root.Metadata.write(XMP.replace(old, new).encode())
    if "profile" in change:
        start, new = change["profile"]
        data = bytearray(ICC)
        data[start : start + len(new)] = new.encode()
        pdf.Root.OutputIntents[0].DestOutputProfile.write(bytes(data))
    return saved(pdf, change)


def merge(holder: Any, change: str, streams: Mapping[str, Any]) -> None:
    """Set keys as PDF spells them; `null` takes one away."""
    for key, value in parsed(change).items():
        if value is None:
            del holder[key]
        else:
            holder[key] = filled(value, streams)


def merged(
    kind: Any, named: Mapping[str, Any], pdf: pikepdf.Pdf, streams: Mapping[str, Any]
) -> Any:
    """Resources of a kind with others: objects as PDF spells them, or streams with their data."""
    result = pikepdf.Dictionary(dict(kind.items()))
    for name, value in named.items():
        if isinstance(value, str):
            result[f"/{name}"] = pdf.make_indirect(filled(parsed(value), streams))
        else:
            result[f"/{name}"] = made(pdf, value)
    return result


def saved(pdf: pikepdf.Pdf, change: Mapping[str, Any]) -> bytes:
    file = BytesIO()
    version = change.get("version", "1.6")
    password = "x" if change.get("locked") else ""
    is_protected = change.get("protected") or change.get("locked")
    protection = pikepdf.Encryption(owner="y", user=password, R=4) if is_protected else False
    pdf.save(
        file,
        force_version=version,
        compress_streams=False,
        fix_metadata_version=False,  # which would mend what a case has broken
        deterministic_id=not protection,
        encryption=protection,
        stream_decode_level=None if protection else pikepdf.StreamDecodeLevel.none,
    )
    data = file.getvalue()
    for old, new in change.get("bytes", ()):
        assert old.encode() in data
        data = data.replace(old.encode(), new.encode())
    return data
