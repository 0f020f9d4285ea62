"""What a file says, element by element: of a PDF by its tag tree, of a twin by its HTML.

Both become trees of `Said`, shown as indented lines, so that a difference can be read. The HTML is
read by the table that the tag tree is made by (`brochure/catalog/data/structure/html.toml`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import tinyhtml5

from brochure.catalog.structure import structure_type, type_of_element, type_of_role
from tests.pdf.tagged import Item, Tagged

XHTML = "{http://www.w3.org/1999/xhtml}"
PARTS = {
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
}
WITHOUT_WORDS = ("L", "LI", "TOC", "TOCI", "Table", "THead", "TBody", "TFoot", "TR")
SCOPES = {"col": "Column", "row": "Row"}


@dataclass(frozen=True)
class Said:
    """An element: its role, its words, what is said besides, and what stands in it.

    Words stand where no block is in between: at a paragraph, not at the section around it.
    """

    role: str
    text: str = ""
    alt: str = ""
    lang: str = ""
    href: str = ""
    scope: str = ""
    kids: tuple["Said", ...] = ()

    def lines(self, depth: int = 0) -> Iterator[str]:
        values = {key: getattr(self, key) for key in ("alt", "lang", "href", "scope")}
        parts = [self.role, *(f"{key}={value!r}" for key, value in values.items() if value)]
        yield "  " * depth + " ".join([*parts, self.text]).rstrip()
        for kid in self.kids:
            yield from kid.lines(depth + 1)


def shown(kids: Sequence[Said]) -> str:
    """A tree as text."""
    return "".join(f"{line}\n" for kid in kids for line in kid.lines())


def clean(text: str) -> str:
    """Words without what only says where a line may break."""
    return " ".join(text.replace("\u00ad", "").split())


def is_inline(kid: Said) -> bool:
    return structure_type(kid.role).kind == "inline" and kid.role != "Figure"


# ── the PDF ──


def said_by_pdf(data: bytes) -> tuple[Said, ...]:
    """The tag tree of a finished PDF."""
    tagged = Tagged(data)
    names = _places(tagged.pdf)
    return tuple(_of_item(item, names) for item in tagged.tree)


def _of_item(item: Item, names: dict[Any, str]) -> Said:
    role, element = str(item.element.S)[1:], item.element
    kids = tuple(_of_item(kid, names) for kid in item.kids if kid.element is not None)
    if role == "Figure":  # its alternative text speaks for what is painted
        kids = tuple(kid for kid in kids if kid.role == "Caption")
    holds_words = role != "Figure" and all(map(is_inline, kids)) and _may_hold_words(role)
    return Said(
        role,
        clean(item.read()) if holds_words else "",
        alt=str(element.get("/Alt", "")),
        lang=str(element.get("/Lang", "")),
        href=next(filter(None, (_href(kid, names) for kid in _annotations(element))), ""),
        scope=_scope(element),
        kids=kids,
    )


def _may_hold_words(role: str) -> bool:
    return structure_type(role).kind != "grouping" and role not in WITHOUT_WORDS


def _annotations(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    dictionaries = [kid for kid in found if isinstance(kid, pikepdf.Dictionary)]
    return [kid.Obj for kid in dictionaries if kid.get("/Type") == "/OBJR"]


def _href(annotation: Any, names: dict[Any, str]) -> str:
    if "/Dest" in annotation:
        return names[_key(annotation.Dest)]
    return str(annotation.A.URI)


def _key(place: Any) -> tuple[Any, ...]:
    return (place[0].objgen, float(place[2]), float(place[3]))


def _places(pdf: Any) -> dict[Any, str]:
    """Where named places lie → `#name`."""
    names = pdf.Root.Names.Dests.Names if "/Names" in pdf.Root else []
    return {_key(names[at + 1]): f"#{names[at]!s}" for at in range(0, len(names), 2)}


def _scope(element: Any) -> str:
    given = element.get("/A", [])
    owners = list(given) if isinstance(given, pikepdf.Array) else [given]
    return next((str(owner.Scope)[1:] for owner in owners if "/Scope" in owner), "")


# ── the twin ──


def said_by_html(html: str) -> tuple[Said, ...]:
    """What a page of HTML says."""
    root = tinyhtml5.parse(html)
    body = root.find(f"{XHTML}body")
    assert body is not None
    return (Said("Document", kids=_kids(body, root.get("lang", ""), False)),)


def _kids(element: Any, lang: str, in_contents: bool) -> tuple[Said, ...]:
    return tuple(said for child in element for said in _of_element(child, lang, in_contents))


def _of_element(element: Any, around: str, in_contents: bool) -> tuple[Said, ...]:
    tag, lang = element.tag.removeprefix(XHTML), element.get("lang", around)
    role = type_of_role(element.get("role", "")) or type_of_element(tag) or PARTS.get(tag, "")
    in_contents = in_contents or element.get("role") == "doc-toc"
    kids = _kids(element, lang, in_contents)
    if tag == "img":
        return (Said("Figure", alt=element.get("alt")),) if element.get("alt") else ()
    if tag == "figure":
        return _figure(kids)
    if tag == "figcaption":
        return (Said("Caption", clean(_words(element))),)
    if tag == "li":
        return _item(element, kids, in_contents)
    if not role and lang != around:
        role = "Span"  # nothing but a language
    if not role:
        return kids
    role = "TOC" if role == "L" and in_contents else role
    return (_said(role, element, kids, lang if lang != around else ""),)


def _said(role: str, element: Any, kids: tuple[Said, ...], lang: str = "") -> Said:
    holds_words = all(map(is_inline, kids)) and _may_hold_words(role)
    text = clean(_words(element)) if holds_words else ""
    href, scope = element.get("href", ""), SCOPES.get(element.get("scope", ""), "")
    return Said(role, text, lang=lang, href=href, scope=scope, kids=kids)


def _words(element: Any) -> str:
    """All words of an element; a line break is white space."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == f"{XHTML}br" else _words(child), child.tail or ""]
    return "".join(parts)


def _item(element: Any, kids: tuple[Said, ...], in_contents: bool) -> tuple[Said, ...]:
    if in_contents:
        return (Said("TOCI", kids=(_said("Reference", element, kids),)),)
    return (Said("LI", kids=(_said("LBody", element, kids),)),)


def _figure(kids: tuple[Said, ...]) -> tuple[Said, ...]:
    """A picture takes its caption in; what a figure shows besides stands beside it."""
    captions = tuple(kid for kid in kids if kid.role == "Caption")
    rest = [kid for kid in kids if kid.role != "Caption"]
    pictures = [
        Said("Figure", alt=kid.alt, kids=captions) if kid.role == "Figure" else kid for kid in rest
    ]
    return (Said("Div", kids=tuple(pictures)),) if len(pictures) > 1 else tuple(pictures)
