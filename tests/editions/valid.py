"""What is wrong with a page that must stand alone: strict, complete, asking for nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = {"meta", "link", "br", "img", "hr", "input", "wbr", "col"}
ALWAYS = {"class", "id", "lang", "dir", "role", "aria-label", "aria-labelledby"}
ATTRIBUTES = {
    "meta": {"charset", "name", "content", "http-equiv"},
    "a": {"href"},
    "img": {"src", "alt", "style"},
    "main": {"tabindex"},
    "th": {"scope"},
}
"""All that our templates write; what is not here is a slip of the pen."""
ELEMENTS = re.compile(
    "html|head|meta|title|style|body|a|header|main|footer|nav|section|aside|div|p|span|strong|em|"
    "br|h[1-4]|ul|ol|li|figure|img|figcaption|blockquote|table|caption|thead|tbody|tr|th|td"
)
POLICY = "default-src 'none'"
OUTSIDE = re.compile(
    r"(?:src|srcset|poster|data|action)=[\"'](?!data:)|url\((?![\"']?data:)|@import"
)


class Page(HTMLParser):
    """Reads the markup as it was written, without mending it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[str] = []
        self.headings: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.faults += [f"<{tag}>"] if not ELEMENTS.fullmatch(tag) else []
        unknown = set(given) - ALWAYS - ATTRIBUTES.get(tag, set())
        self.faults += [f"<{tag} {name}>" for name in sorted(unknown)]
        self.faults += [f"<{tag}> says an attribute twice"] if len(given) < len(attrs) else []
        self.faults += ["<img> without alt"] if tag == "img" and given.get("alt") is None else []
        self.ids += [given["id"] or ""] if "id" in given else []
        self.wanted += (given.get("aria-labelledby") or "").split()
        if (href := given.get("href") or "").startswith("#"):
            self.wanted.append(href[1:])
        elif tag == "a" and not re.match(r"(?:https|http|mailto|tel):", href):
            self.faults.append(f"link to {href!r}")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> in the wrong place, line {self.getpos()[0]}")


def faults(html: str) -> list[str]:
    """Everything that is wrong; nothing, if it is a page to publish."""
    page = Page(html)
    return [*page.faults, *_head_faults(html), *_structure_faults(page), *_outside(html)]


def _head_faults(html: str) -> Iterator[str]:
    if not html.startswith("<!doctype html>\n<html lang="):
        yield "no doctype or language"
    for needed in ("<title>", 'charset="utf-8"', 'name="viewport"', 'name="description"', POLICY):
        if needed not in html.split("</head>")[0]:
            yield f"no {needed} in the head"
    if "data-source" in html or "data-template" in html or "project:///" in html:
        yield "a place in the project"


def _structure_faults(page: Page) -> Iterator[str]:
    yield from (f"<{tag}> is never closed" for tag in page.open)
    yield from (f"id {name} twice" for name in {n for n in page.ids if page.ids.count(n) > 1})
    yield from (f"nothing has the id {name}" for name in page.wanted if name not in page.ids)
    if page.headings.count(1) != 1 or page.headings[0] != 1:
        yield f"headings {page.headings}"
    for level, following in zip(page.headings, page.headings[1:], strict=False):
        if following > level + 1:
            yield f"h{following} below h{level}"


def _outside(html: str) -> Iterator[str]:
    """Also out of drawings, which stand in the page as `data:` addresses."""
    yield from (f"asks for something: {found[0]}" for found in OUTSIDE.finditer(unquote(html)))
