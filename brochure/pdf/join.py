"""Join laid-out fragments to one PDF.

For now WeasyPrint paints all pages of an edition in one go (`Document.copy`), which also resolves
the links, bookmarks and tags across units. The linker of finished fragments takes this place.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brochure.catalog import Profile
from brochure.diagnostics import Diagnostic
from brochure.diagnostics.log import records_of, unit_findings
from brochure.document.edition import Pdf
from brochure.document.fragment import Fragment


@dataclass(frozen=True)
class Joined:
    """A PDF with the families that were really used, and the characters drawn with each."""

    pdf: Pdf
    title: str
    characters: Mapping[str, frozenset[str]]
    diagnostics: tuple[Diagnostic, ...]


def join(fragments: Sequence[Fragment], profile: Profile, identity: bytes) -> Joined:
    """One PDF of all fragments' pages in order; `identity` makes the file's /ID."""
    pages = [page for fragment in fragments for page in fragment.laid_out.pages]
    document = fragments[0].laid_out.copy(pages)
    with records_of("weasyprint") as records:
        data = document.write_pdf(
            pdf_variant=profile.variant,
            pdf_identifier=hashlib.sha256(identity).digest()[:16],
        )
    sizes = tuple(size for fragment in fragments for size in fragment.page_sizes)
    characters: dict[str, frozenset[str]] = {}
    for font in document.fonts.values():
        drawn = frozenset("".join(font.to_unicode.values()))
        characters[font.family] = characters.get(font.family, frozenset()) | drawn
    return Joined(
        Pdf(data, sizes), document.metadata.title, characters, tuple(unit_findings(records))
    )
