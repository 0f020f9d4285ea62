"""Join laid-out fragments to one PDF with one structure tree.

For now WeasyPrint paints all pages of an edition in one go (`Document.copy`). The linker of
finished fragments takes this place; skeletons, tree and finish stay as they are.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pydyf

from brochure.catalog import Profile
from brochure.diagnostics import Diagnostic
from brochure.diagnostics.log import records_of, told_when_it_gives_up, unit_findings
from brochure.document.edition import Pdf
from brochure.document.fragment import Fragment
from brochure.document.structure import Skeleton
from brochure.pdf.finish import describe, linearised, say_what_colours_mean
from brochure.pdf.hyphens import add_soft_hyphens
from brochure.pdf.metadata import Metadata
from brochure.pdf.tags.outline import write_outline
from brochure.pdf.tags.tree import Tree

if TYPE_CHECKING:
    from brochure.pdf.tags.painting import Painting

RIGHTS = "dcterms.rights"


@dataclass(frozen=True)
class Joined:
    """A PDF with the characters that were drawn with each font's family, and its structure."""

    pdf: Pdf
    title: str
    characters: Mapping[str, frozenset[str]]
    diagnostics: tuple[Diagnostic, ...]
    skeletons: tuple[Skeleton, ...]


def join(fragments: Sequence[Fragment], profile: Profile, identity: bytes) -> Joined:
    """One PDF of all fragments' pages in order; `identity` makes the file's ids."""
    from brochure.pdf.tags.unit import paint_units

    version = profile.pdf_version
    documents = [fragment.laid_out for fragment in fragments]
    document = documents[0].copy([page for each in documents for page in each.pages])
    metadata = metadata_of(document)
    skeletons: list[Skeleton] = []

    def finish(pdf: Any, painting: "Painting", found: Sequence[Skeleton]) -> None:
        skeletons.extend(found)
        tree = Tree(pdf, painting.streams, version)
        tree.write(found)
        write_outline(tree)
        write_names(tree)

    def finisher(_: Any, pdf: Any) -> None:
        add_soft_hyphens(pdf, painting.hyphens)
        describe(pdf, metadata, profile.standards, identity)
        say_what_colours_mean(pdf, profile.standards)

    with (
        records_of("weasyprint") as records,
        told_when_it_gives_up(", ".join(fragment.name for fragment in fragments)),
        paint_units(fragments, finish) as painting,
    ):
        data = document.write_pdf(
            pdf_tags=True,
            pdf_version=version,
            pdf_identifier=hashlib.sha256(identity).digest()[:16],
            finisher=finisher,
        )
    sizes = tuple(size for fragment in fragments for size in fragment.page_sizes)
    characters: dict[str, frozenset[str]] = {}
    for font in document.fonts.values():
        drawn = frozenset("".join(font.to_unicode.values()))
        characters[font.family] = characters.get(font.family, frozenset()) | drawn
    return Joined(
        Pdf(linearised(data), sizes),
        metadata.title,
        characters,
        tuple(unit_findings(records)),
        tuple(skeletons),
    )


def metadata_of(document: Any) -> Metadata:
    """What the head of the first unit's HTML says of the edition."""
    found = document.metadata
    return Metadata(
        title=found.title or "",
        language=found.lang or "",
        authors=tuple(found.authors),
        description=found.description or "",
        keywords=tuple(filter(None, found.keywords)),
        rights=found.custom.get(RIGHTS, ""),
        issued=found.created or "",
    )


def write_names(tree: Tree) -> None:
    """Places that an address can name: `file.pdf#nameddest=arbeit`."""
    names = pydyf.Array()
    for name, there in sorted(tree.destinations.items()):
        names += [pydyf.String(name), tree.named(there)]
    if names:
        tree.pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": names})})
