"""Links: the web, mail, telephone, or a place in the document; nothing that runs or reads files."""

from collections.abc import Iterator
from difflib import get_close_matches

from brochure.content.problems import quoted
from brochure.content.rules.known import Known
from brochure.content.shape import Item, Leaf
from brochure.diagnostics import Diagnostic
from brochure.document.foreign import UNCLEAR
from brochure.document.markdown import link_is_allowed, links, plain_text
from brochure.document.walk import KeyPath


def text_links(known: Known, leaf: Leaf) -> Iterator[Diagnostic]:
    """Every link in a Markdown text."""
    if leaf.kind == "markdown" and "](" in leaf.value:
        for url in dict.fromkeys(links(leaf.value)):
            yield from _target(known, leaf.path, url)


def text_languages(known: Known, leaf: Leaf) -> Iterator[Diagnostic]:
    """A mark of a language that was not understood would be printed."""
    if leaf.kind == "markdown" and (unclear := UNCLEAR.search(plain_text(leaf.value))):
        span = known.values.find(leaf.path, unclear[0])
        yield Diagnostic.of("content/language-mark", span, mark=unclear[0])


def link_rule(known: Known, link: Item) -> Iterator[Diagnostic]:
    """The link of a link block."""
    if isinstance(url := link.value.get("url"), str):
        yield from _target(known, (*link.path, "url"), url)


def contact_rule(known: Known, contact: Item) -> Iterator[Diagnostic]:
    """A contact's address in the web; a place in the document is none."""
    web = contact.value.get("web")
    if isinstance(web, str) and (web.startswith("#") or not link_is_allowed(web)):
        yield _refused(known, (*contact.path, "web"), web)


def _target(known: Known, path: KeyPath, url: str) -> Iterator[Diagnostic]:
    if not link_is_allowed(url):
        yield _refused(known, path, url)
    elif url.startswith("#") and url[1:] not in known.ids:
        near = quoted(f"#{name}" for name in get_close_matches(url[1:], known.ids, 1)) or "–"
        span = known.values.find(path, url)
        yield Diagnostic.of("content/link-to-nothing", span, url=url, near=near)


def _refused(known: Known, path: KeyPath, url: str) -> Diagnostic:
    return Diagnostic.of("content/link-target", known.values.find(path, url), url=url)
