"""text/imprint: the imprint says who published it, how to reach them, when, and who printed it.

Rationale: press laws of the Länder ask for name and address of publisher and printer (for instance
LPresseG NRW section 8), readers need a contact and the state of the text. Purely official notices
are free of it, and an online edition has no printer, so date and printer are information.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import listed
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.blocks import Contact, ContactBlock
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each thing that the imprint lacks."""
    imprint = writing.source.document.imprint
    place = writing.place(("imprint", "heading"))
    contacts = [block.contact for block in imprint.blocks if isinstance(block, ContactBlock)]
    words = " ".join(item.text for item in writing.passages if item.path[0] == "imprint")
    if not contacts and not listed(writing, "imprint_publisher").search(words):
        yield rule.at(place, "publisher")
    elif contacts and not any(map(_has_address, contacts)):
        yield rule.at(place, "address")
    if contacts and not any(map(_is_reachable, contacts)):
        yield rule.at(place, "contact")
    level = Severity(rule.limits["perhaps"])
    for variant in ("date", "printer"):
        if not listed(writing, f"imprint_{variant}").search(words):
            yield rule.at(place, variant, level)


def _has_address(contact: Contact) -> bool:
    return bool(contact.street and contact.city)


def _is_reachable(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.web)
