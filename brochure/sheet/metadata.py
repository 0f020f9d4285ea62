"""What a file of sheets says of itself: what its source did, but for what is no longer so."""

import hashlib
from uuid import UUID

from pikepdf import Name, Pdf, Stream

from brochure.diagnostics import Diagnostic, Severity

PDFA, PDFUA = "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
DECLARATIONS = "http://pdfa.org/declarations/"
LOST = (PDFA, PDFUA, EXTENSION, DECLARATIONS)
"""Namespaces of what can't be claimed for sheets: they have no structure, and no text to read."""
MEDIA_MANAGEMENT = "http://ns.adobe.com/xap/1.0/mm/"


def claim_sheets(pdf: Pdf, identity: bytes) -> list[Diagnostic]:
    """Keep a claim of PDF/X with all that belongs to it, drop claims of PDF/A and PDF/UA.

    Metadata that can't be read is left out, and told.
    """
    if Name.Metadata not in pdf.Root:
        return []
    try:
        _claim(pdf, identity)
    except (SyntaxError, ValueError, TypeError):  # lxml's errors of XML are syntax errors
        del pdf.Root.Metadata
        return [Diagnostic.of("sheet/metadata", None, Severity.WARNING)]
    return []


def _claim(pdf: Pdf, identity: bytes) -> None:
    packet = pdf.Root.Metadata
    if not isinstance(packet, Stream):
        raise TypeError("metadata is no stream")
    digest = hashlib.sha256(packet.read_bytes() + identity).digest()
    editing = {"set_pikepdf_as_editor": False, "update_docinfo": False, "strict": True}
    with pdf.open_metadata(**editing) as metadata:
        for key in list(metadata):
            if any(key.startswith(f"{{{address}}}") for address in LOST):
                del metadata[key]
        metadata[f"{{{MEDIA_MANAGEMENT}}}DocumentID"] = f"uuid:{UUID(bytes=digest[:16])}"
        metadata[f"{{{MEDIA_MANAGEMENT}}}InstanceID"] = f"uuid:{UUID(bytes=digest[16:])}"
