"""Bodies of any shape for hypothesis, and what must be read back of them."""

from dataclasses import dataclass

from hypothesis import strategies as st

from brochure.pdf.file import Body, Item, Page

NASTY = [
    b"endstream\nendobj\n1 0 obj\n",
    b"\r\n",
    b"stream\n",
    b"",
    b"\0name\0",
    b"xref\ntrailer<</Root 1 0 R>>startxref\n0\n%%EOF\n",
]
STRINGS = {
    rb"()": b"",
    rb"(a\(b)": b"a(b",
    rb"(a (b) \\c)": b"a (b) \\c",
    b"(\xe4\xf6>>\\n[)": b"\xe4\xf6>>\n[",
    rb"(\000x\000)": b"\0x\0",
    b"<feff00e4>": b"\xfe\xff\0\xe4",
    b"(endobj 3 0 R)": b"endobj 3 0 R",
}
OPENED_FIRST = ("ViewerPreferences", "OpenAction", "AcroForm", "Threads")


@dataclass(frozen=True)
class Meant:
    """What an item says: the names it refers to, a string, and a stream's data."""

    references: tuple[str, ...]
    string: bytes
    data: bytes | None


Bodies = tuple[Body, dict[str, Meant]]


@st.composite
def bodies(draw: st.DrawFn) -> Bodies:
    """A body whose items refer to one another as they like, and what each of them says."""
    own = [draw(st.integers(0, 5)) for _ in range(draw(st.integers(1, 5)))]
    pages = [[f"page-{n}", *(f"own-{n}-{i}" for i in range(more))] for n, more in enumerate(own)]
    shared = [f"shared-{n}" for n in range(draw(st.integers(0, 8)))]
    others = [f"other-{n}" for n in range(draw(st.integers(0, 12)))]
    names = [name for page in pages for name in page] + shared + others
    meant = {name: draw(_meant(names, not name.startswith("page"))) for name in names}
    items = {name: _item(name, each, draw) for name, each in meant.items()}
    free = shared + others
    keys = draw(st.lists(st.sampled_from(["Outlines", "Some", *OPENED_FIRST]), unique=True))
    entries = {key: draw(st.sampled_from(free)) for key in keys if free}
    return Body(
        catalog=_catalog(entries, at_once=draw(st.booleans())),
        pages=tuple(Page(tuple(items[name] for name in page)) for page in pages),
        shared=tuple(items[name] for name in shared),
        others=(_tree([page[0] for page in pages]), *(items[name] for name in others)),
        info=draw(st.sampled_from(free)) if free and draw(st.booleans()) else None,
    ), meant


@st.composite
def _meant(draw: st.DrawFn, names: list[str], may_be_stream: bool) -> Meant:
    data = st.none() | st.sampled_from(NASTY) | st.binary(max_size=60)
    return Meant(
        tuple(draw(st.lists(st.sampled_from(names), max_size=4))),
        draw(st.sampled_from(sorted(STRINGS))),
        draw(data) if may_be_stream else None,
    )


def _item(name: str, meant: Meant, draw: st.DrawFn) -> Item:
    text = b"/Name/%b/String %b/To[%b]" % (name.encode(), meant.string, _array(meant.references))
    if name.startswith("page"):
        text += b"/Type/Page/MediaBox[0 0 9 9]/Resources<<>>/Parent \0tree\0"
    return Item(name, b"<<%b>>%b" % (text, draw(st.sampled_from([b"", b"\n"]))), meant.data)


def _array(names: tuple[str, ...] | list[str]) -> bytes:
    return b" ".join(b"\0%b\0" % name.encode() for name in names)


def _tree(pages: list[str]) -> Item:
    return Item("tree", b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), _array(pages)))


def _catalog(entries: dict[str, str], at_once: bool) -> Item:
    text = b"".join(b"/%b \0%b\0" % (k.encode(), name.encode()) for k, name in entries.items())
    mode = b"/PageMode/UseOutlines" if at_once else b""
    return Item("catalog", b"<</Type/Catalog/Pages \0tree\0%b%b>>" % (text, mode))
