"""print/metadata: the XMP is whole, readable, and says what the document information says.

Rationale: systems of print shops read one or the other, and must not be told two things (X05, X07);
a packed XMP is not found by those that look for it in the bytes (X08).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.pdf_file import PdfFile

DC, PDF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/pdf/1.3/}"
XMP, MM = "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/xap/1.0/mm/}"
NEEDED = {
    "xmpMM:DocumentID": f"{MM}DocumentID",
    "xmpMM:VersionID": f"{MM}VersionID",
    "xmpMM:RenditionClass": f"{MM}RenditionClass",
    "xmp:CreateDate": f"{XMP}CreateDate",
    "xmp:ModifyDate": f"{XMP}ModifyDate",
    "xmp:MetadataDate": f"{XMP}MetadataDate",
    "dc:title": f"{DC}title",
}
TWICE = {
    "Title": f"{DC}title",
    "Producer": f"{PDF}Producer",
    "Creator": f"{XMP}CreatorTool",
    "CreationDate": f"{XMP}CreateDate",
    "ModDate": f"{XMP}ModifyDate",
}
SECONDS = 14
"""Digits of a date down to the second."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """Findings about the XMP of the document."""
    if file.xmp is None:
        yield rule.of_file("unreadable")
        return
    if file.xmp_filtered:
        yield rule.of_file("packed", Severity.WARNING)
    if missing := [name for name, key in NEEDED.items() if not file.xmp.get(key)]:
        yield rule.of_file(names=", ".join(missing))
    for name, key in TWICE.items():
        told, again = file.info.get(name), file.xmp.get(key)
        if told and again and not _same(name, told, again):
            yield rule.of_file("contradiction", name=name, told=told[:60], again=again[:60])


def _same(name: str, told: str, again: str) -> bool:
    if not name.endswith("Date"):
        return told == again
    digits = ["".join(sign for sign in text if sign.isdigit())[:SECONDS] for text in (told, again)]
    return digits[0] == digits[1]
