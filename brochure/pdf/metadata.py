"""What a file says of itself: the same in the document information and in XMP.

Written by hand, since XMP has one fixed form here and must be the same bytes each time (ISO
16684-1; PDF/A wants properties of other schemas described, ISO 19005-2, 6.6.2.3).
"""

import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from brochure import __version__
from brochure.catalog.standards import Identification, Standard
from brochure.document.fragment import Metadata
from brochure.pdf.syntax import dictionary, string

PRODUCER = f"brochure {__version__} (WeasyPrint)"
DECLARATIONS = "http://pdfa.org/declarations/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}


def information(metadata: Metadata, standards: Sequence[Standard]) -> bytes:
    """The document information dictionary (ISO 32000-1, 14.3.3)."""
    day = f"D:{metadata.issued.replace('-', '')}000000Z" if metadata.issued else ""
    values = {
        "Title": metadata.title,
        "Author": ", ".join(metadata.authors),
        "Subject": metadata.description,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": "brochure",
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }
    said = {key: string(text) for key, text in values.items() if text}
    asked = {key: name.encode() for each in standards for key, name in each.info.items()}
    return dictionary(said | asked)


def xmp(metadata: Metadata, standards: Sequence[Standard], identity: bytes) -> bytes:
    """The XMP packet, with the standards that the file is made for."""
    claims = [item for standard in standards for item in standard.identification]
    names = NAMESPACES | {claim.prefix: claim.namespace for claim in claims}
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    lines = [*_facts(metadata, identity), *_claims(claims), *_declarations(standards)]
    lines += [_simple(*fact) for standard in standards for fact in standard.xmp.items()]
    if any(standard.extension_schemas for standard in standards):
        lines += _extensions([claim for claim in claims if not claim.predefined])
    body = "\n".join(lines)
    return (
        f'{HEAD}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _facts(metadata: Metadata, identity: bytes) -> Iterator[str]:
    yield _alternatives("dc:title", metadata.title)
    yield _list("dc:creator", "Seq", metadata.authors)
    yield _alternatives("dc:description", metadata.description)
    yield _list("dc:subject", "Bag", metadata.keywords)
    yield _list("dc:language", "Bag", (metadata.language,))
    yield _alternatives("dc:rights", metadata.rights)
    yield _simple("dc:format", "application/pdf")
    yield _simple("pdf:Keywords", ", ".join(metadata.keywords))
    yield _simple("pdf:Producer", PRODUCER)
    yield _simple("xmp:CreatorTool", "brochure")
    day = f"{metadata.issued}T00:00:00Z" if metadata.issued else ""
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        yield _simple(name, day)
    digest = hashlib.sha256(identity).hexdigest()
    yield _simple("xmpMM:DocumentID", f"uuid:{_uuid(digest[:32])}")
    yield _simple("xmpMM:InstanceID", f"uuid:{_uuid(digest[32:])}")
    yield _simple("xmpRights:Marked", "True" if metadata.rights else "")


def _claims(claims: Sequence[Identification]) -> Iterator[str]:
    for claim in claims:
        for item in claim.properties:
            yield _simple(f"{claim.prefix}:{item.name}", item.value)


def _declarations(standards: Sequence[Standard]) -> Iterator[str]:
    addresses = [standard.declaration for standard in standards if standard.declaration]
    if addresses:
        items = "".join(_resource(_simple("pdfd:conformsTo", address)) for address in addresses)
        yield f'<pdfd:declarations xmlns:pdfd="{DECLARATIONS}">'
        yield f"<rdf:Bag>{items}</rdf:Bag></pdfd:declarations>"


def _extensions(foreign: Sequence[Identification]) -> Iterator[str]:
    """Descriptions of the schemas that PDF/A does not know."""
    schemas = "".join(map(_schema, foreign))
    yield (
        f'<pdfaExtension:schemas xmlns:pdfaExtension="{EXTENSION}" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
        f"<rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>"
    )


def _schema(claim: Identification) -> str:
    properties = "".join(
        _resource(
            f"{_simple('pdfaProperty:name', item.name)}"
            f"{_simple('pdfaProperty:valueType', item.type)}"
            f"{_simple('pdfaProperty:category', 'internal')}"
            f"{_simple('pdfaProperty:description', item.about)}"
        )
        for item in claim.properties
    )
    return _resource(
        f"{_simple('pdfaSchema:schema', claim.schema)}"
        f"{_simple('pdfaSchema:namespaceURI', claim.namespace)}"
        f"{_simple('pdfaSchema:prefix', claim.prefix)}"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
    )


def _resource(content: str) -> str:
    return f'<rdf:li rdf:parseType="Resource">{content}</rdf:li>'


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value, quote=False)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    """A text with one language, the default."""
    item = f'<rdf:li xml:lang="x-default">{escape(value, quote=False)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _list(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value, quote=False)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _uuid(digits: str) -> str:
    cuts = (0, 8, 12, 16, 20, 32)
    return "-".join(digits[start:end] for start, end in pairwise(cuts))
