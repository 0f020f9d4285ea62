"""ua/link-text: the text of a link tells where it leads.

Rationale: «hier» and «mehr» say nothing in a list of links (WCAG 2.4.4; LNK1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

LONG_ADDRESS = ("http://", "https://", "www.")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link whose text is empty, vague, or a long address."""
    vague = set(rule.limits["vague"])
    for link in tagged(file).of_type("Link"):
        text = file.text_of(link)
        if not text and not _other_words(file, link):
            yield rule.at(file.span_of(link), "empty")
        elif plain(text) in vague and plain(link.alt or text) in vague:
            yield rule.at(file.span_of(link), text=text[:60])
        elif text.startswith(LONG_ADDRESS) and len(text) > rule.limit("address"):
            yield rule.at(file.span_of(link), "address", text=text[:60])


def _other_words(file: TaggedFile, link: Element) -> bool:
    return any(item.alt or item.actual for item in (link, *file.inside(link)))
