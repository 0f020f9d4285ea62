"""What rules ask of a file beside its tree: layers, attachments, media, forms, permissions."""

import re
from collections.abc import Iterable, Iterator

import pikepdf

from brochure.document.tagged_file import UA, Attachment, LayerConfig, MediaClip
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import Object, elements, is_dictionary, key, name, text, value
from brochure.pdf.structure.number_tree import entries

PREFIX = re.compile(rb"xmlns:([A-Za-z_][\w.-]*)\s*=\s*[\"']" + re.escape(UA[1:-1].encode()))
DYNAMIC = re.compile(rb"<dynamicRender>\s*required\s*</dynamicRender>")


def ua_prefix(root: Object) -> str:
    """The prefix of the namespace of PDF/UA in the XMP."""
    found = PREFIX.search(bytes_of(value(root, "/Metadata")))
    return found[1].decode() if found else ""


def layer_configs(root: Object) -> Iterator[LayerConfig]:
    """The default configuration of layers and the others (ISO 32000-1, 8.11.4.3)."""
    optional = value(root, "/OCProperties")
    for config in (value(optional, "/D"), *elements(value(optional, "/Configs"))):
        if is_dictionary(config):
            yield LayerConfig(text(value(config, "/Name")) or "", value(config, "/AS") is not None)


def embedded_and_clips(
    root: Object, objects: Iterable[Object]
) -> tuple[tuple[Attachment, ...], tuple[MediaClip, ...]]:
    """File specifications of embedded files, and media clips, wherever they stand."""
    files, clips = [], []
    names = entries(value(value(root, "/Names"), "/EmbeddedFiles"), "/Names")
    listed = {key(item) for _, item in names} - {""}
    for item in objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if value(item, "/EF") is not None:
            named = text(value(item, "/F")), text(value(item, "/UF"))
            files.append(Attachment(*named, text(value(item, "/Desc")), key(item) in listed))
        if name(value(item, "/S")) == "MCD":
            said = elements(value(item, "/Alt"))
            has_alt = bool(said) and len(said) % 2 == 0
            clips.append(MediaClip(value(item, "/CT") is not None, has_alt))
    return tuple(files), tuple(clips)


def xfa(root: Object) -> tuple[bool, bool]:
    """Whether there is a form in XFA, and whether it is a dynamic one."""
    given = value(value(root, "/AcroForm"), "/XFA")
    if given is None:
        return False, False
    parts = elements(given) or [given]
    return True, any(DYNAMIC.search(bytes_of(part)) for part in parts)


def permissions(trailer: Object) -> int | None:
    """P of the encryption dictionary."""
    found = value(value(trailer, "/Encrypt"), "/P")
    return int(found) if isinstance(found, int) else None
