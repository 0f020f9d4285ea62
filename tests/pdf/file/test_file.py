"""Any body is a linearised file that says what the body says, to three readers."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from brochure.pdf.file import Body, Item, Page, UnknownItem, written
from brochure.pdf.file.order import AT_MOST
from tests.pdf.file.bodies import STRINGS, Bodies, Meant, bodies

IDENTITY = bytes(range(16))
STREAM = re.compile(rb" 0 obj\n<<[^\0]*?/Length (\d+)[^\0]*?>>\nstream\n")


def opened(data: bytes) -> pikepdf.Pdf:
    """A file that qpdf opens without a repair, and whose hints it finds true."""
    pdf = pikepdf.open(BytesIO(data), suppress_warnings=False)
    assert pdf.is_linearized
    assert pdf.check_linearization(), pdf.get_warnings()
    assert pdf.get_warnings() == []
    return pdf


def said(pdf: pikepdf.Pdf) -> dict[str, Meant]:
    """What each item of a file says."""
    return {str(each.Name)[1:]: _said(each) for each in pdf.objects if _is_item(each)}


def _is_item(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and "/Name" in value


def _said(value: Any) -> Meant:
    names = tuple(str(each.Name)[1:] for each in value.To)
    data = value.read_raw_bytes() if isinstance(value, pikepdf.Stream) else None
    return Meant(names, bytes(value.String), data)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies())
def test_a_file_says_what_its_body_says(made: Bodies) -> None:
    body, meant = made
    data = written(body, "1.7", IDENTITY)
    assert data == written(body, "1.7", IDENTITY)
    with opened(data) as pdf:
        assert said(pdf) == {
            name: replace(each, string=STRINGS[each.string]) for name, each in meant.items()
        }
        assert [str(page.obj.Name)[1:] for page in pdf.pages] == [
            page.items[0].name for page in body.pages
        ]
        assert [bytes(each) for each in pdf.trailer.ID] == [IDENTITY] * 2
        info = pdf.trailer.get("/Info")
        assert (str(info.Name)[1:] if info is not None else None) == body.info


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies())
def test_pages_follow_in_order_and_the_first_ends_where_it_is_said(made: Bodies) -> None:
    """F.3: the first half is the catalogue, the first page and its objects; then other pages."""
    body, _ = made
    data = written(body, "1.7", IDENTITY)
    offsets = [data.index(b"/Name/%b/" % page.items[0].name.encode()) for page in body.pages]
    first, others = offsets[0], offsets[1:]
    end = int(re.search(rb"/E (\d+)", data)[1])  # type: ignore[index]
    assert data.index(b"/Type/Catalog") < first < end
    assert [end, *others] == sorted([end, *others])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies())
def test_each_stream_is_as_long_as_it_says(made: Bodies) -> None:
    """ISO 19005-2, 6.1.7.1: line feeds around the data, of which none is counted."""
    data = written(made[0], "1.7", IDENTITY)
    at, streams = 0, 0
    while found := re.compile(rb"obj\n<<[^\0]*?/Length (\d+)[^\0]*?>>\n(stream\n)").search(
        data, at
    ):
        at = found.end() + int(found[1])
        assert data[at : at + 18] == b"\nendstream\nendobj\n"
        streams += 1
    assert streams >= 3  # two tables and the hints


def page(contents: bytes, *more: Item) -> Body:
    """A file of one page that is painted."""
    text = b"<</Type/Page/Parent \0tree\0/MediaBox[0 0 40 20]/Resources<<>>/Contents \0paint\0>>"
    tree = Item("tree", b"<</Type/Pages/Count 1/Kids[\0page\0]>>")
    first = Page((Item("page", text), Item("paint", b"<<>>", contents)))
    return Body(Item("catalog", b"<</Type/Catalog/Pages \0tree\0>>"), (first,), (), (tree, *more))


RED_RIGHT = b"1 0 0 rg 20 0 20 20 re f"


def test_a_page_is_painted_by_pdfium() -> None:
    document = pypdfium2.PdfDocument(written(page(RED_RIGHT), "2.0", IDENTITY))
    picture = document[0].render().to_pil()
    assert picture.size == (40, 20)
    assert [picture.getpixel((x, 10)) for x in (5, 35)] == [(255, 255, 255), (255, 0, 0)]
    document.close()


@pytest.mark.skipif(shutil.which("mutool") is None, reason="mutool (mupdf-tools) is not here")
def test_a_page_is_painted_by_mupdf(tmp_path: Path) -> None:
    file, picture = tmp_path / "file.pdf", tmp_path / "page.pam"
    file.write_bytes(written(page(RED_RIGHT), "1.7", IDENTITY))
    done = subprocess.run(
        ["mutool", "draw", "-q", "-o", str(picture), str(file)], capture_output=True, check=True
    )
    noise = b"warning: ICC support is not available\n"  # of Debian's build, for any file
    assert done.stderr.replace(noise, b"") == b""
    assert picture.read_bytes().endswith(b"\xff\0\0\xff")


def test_values_that_are_no_dictionaries() -> None:
    values = {"a": b"[1 (x)]", "b": b"12", "c": b"(text)", "d": b"null", "e": b"/Name"}
    items = [Item(name, text) for name, text in values.items()]
    top = b"<</%b>>" % b"/".join(b"%b \0%b\0" % (n.encode(), n.encode()) for n in values)
    body = page(b"", *items, Item("top", top), Item("info", b"<</Top \0top\0>>"))
    with opened(written(replace(body, info="info"), "1.7", IDENTITY)) as pdf:
        top_ = pdf.trailer.Info.Top
        assert [top_["/a"][0], bytes(top_["/a"][1]), top_["/b"]] == [1, b"x", 12]
        assert [bytes(top_["/c"]), "/d" in top_, str(top_["/e"])] == [b"text", False, "/Name"]


def test_a_long_chain_of_bookmarks_takes_several_object_streams() -> None:
    count = 6 * AT_MOST  # more than Python goes into recursion
    many = [Item(f"i{n}", b"<</Next \0i%d\0>>" % (n + 1)) for n in range(count)]
    made = page(b"", *many, Item(f"i{count}", b"<</Last true>>"))
    catalog = Item("catalog", made.catalog.text.replace(b">>", b"/Outlines \0i0\0>>"))
    with opened(written(replace(made, catalog=catalog), "1.7", IDENTITY)) as pdf:
        item, steps = pdf.Root.Outlines, 0
        while "/Next" in item:
            item, steps = item.Next, steps + 1
        assert steps == count
        streams = [each for each in pdf.objects if _type(each) == "/ObjStm"]
        assert len(streams) == 7
        for stream in streams:
            assert all(value.startswith(b"<<") for value in _values(stream))


def _values(stream: Any) -> list[bytes]:
    """What begins at each offset that an object stream names."""
    data, first = stream.read_bytes(), int(stream.First)
    return [data[first + int(offset) :] for offset in data[:first].split()[1::2]]


def _type(value: Any) -> str:
    return str(value.get("/Type", "")) if isinstance(value, pikepdf.Stream) else ""


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (page(b"", Item("x", b"[\0nobody\0]")), "nobody"),
        (replace(page(b""), info="nothing"), "nothing"),
    ],
)
def test_an_unknown_item_is_named(body: Body, name: str) -> None:
    with pytest.raises(UnknownItem, match=name):
        written(body, "1.7", IDENTITY)


def test_a_lone_nul_and_a_name_given_twice_are_faults() -> None:
    with pytest.raises(ValueError, match="lone NUL"):
        written(page(b"", Item("x", b"(\0)")), "1.7", IDENTITY)
    with pytest.raises(ValueError, match="«tree» twice"):
        written(page(b"", Item("tree", b"1")), "1.7", IDENTITY)
