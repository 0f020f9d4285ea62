"""Whatever is wrong with a file, it is a finding: no exception, no endless work."""

import random
import re
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.catalog import Variant
from brochure.preflight import Order, preflight
from tests.check.print.good import changed_file, good_file

ORDER = Order(Variant.named("sheet-cmyk"))
BIG = "9" * 30 + ".5"
WORDS = re.findall(
    r"\S+",
    """q Q cm re f W n S BT ET Tf Tj TJ Tm Td ' " gs Do sh cs scn k K g rg d0 d1 BDC EMC BI ID EI
    /F /Picture /Group /Over /Gradient /Pattern [ ] << >> ( ) <41> 1 0 -7 99 1e9 .5 true null %""",
)


def told(data: bytes) -> list[str]:
    """What preflight tells; each finding can be shown."""
    done = preflight(data, "a.pdf", ORDER)
    assert not done.crashed, [finding.values for finding in done.findings]
    return [f"{finding.span} {finding.sentence}" for finding in done.findings]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_as_content(words: list[str]) -> None:
    told(changed_file({"whole_content": " ".join(words)}))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_as_content(data: bytes) -> None:
    told(changed_file({"whole_content": data.decode("latin-1")}))


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_wrong_bytes(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(good_file())
    head = len(data) if seed % 2 else 6000  # most of the file is a picture
    for _ in range(chance.choice([1, 5, 40])):
        data[chance.randrange(head)] = chance.randrange(256)
    told(bytes(data))


@pytest.mark.parametrize("part", [0, 1, 100, 5000, -100, -1000])
def test_a_file_cut_short(part: int) -> None:
    told(good_file()[:part])


@pytest.mark.parametrize(
    "wrong",
    ["[]", "<< >>", "(x)", "/Name", "-1", "[[[[0]]]]", f"[0 0 {BIG} {BIG}]", "[/A /B /C /D]"],
)
@pytest.mark.parametrize(
    "key",
    ["MediaBox", "TrimBox", "BleedBox", "Rotate", "UserUnit", "Annots", "Group", "Resources", "AA"],
)
def test_a_page_with_a_wrong_value(key: str, wrong: str) -> None:
    told(changed_file({"page": f"<< /{key} {wrong} >>"}))


@pytest.mark.parametrize("wrong", ["[]", "<< >>", "(x)", "/Name", "-1", "[[] 1 /X]"])
@pytest.mark.parametrize(
    "key", ["OutputIntents", "Metadata", "OCProperties", "Names", "OpenAction", "AcroForm", "AF"]
)
def test_a_catalogue_with_a_wrong_value(key: str, wrong: str) -> None:
    told(changed_file({"root": f"<< /{key} {wrong} >>"}))


@pytest.mark.parametrize(
    "wrong", ["[]", "<< >>", "(x)", "/Name", "-1", "[/Indexed]", "[/DeviceN 1]"]
)
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("ColorSpace", "/X cs 1 scn 9 9 99 99 re f"),
        ("ExtGState", "/X gs 9 9 99 99 re f"),
        ("Pattern", "/Pattern cs /X scn 9 9 99 99 re f"),
        ("Shading", "/X sh"),
        ("XObject", "/X Do"),
        ("Font", "BT /X 9 Tf (abc) Tj ET"),
        ("Properties", "/OC /X BDC 9 9 99 99 re f EMC"),
    ],
)
def test_a_wrong_resource(kind: str, content: str, wrong: str) -> None:
    told(changed_file({"resources": {kind: {"X": wrong}}, "content": content}))


def test_a_locked_file_and_none_at_all() -> None:
    assert told(b"not a PDF") == ["a.pdf print/no-pdf"]
    assert told(changed_file({"locked": True})) == ["a.pdf print/locked"]


def hostile(change: Callable[[pikepdf.Pdf], None]) -> list[str]:
    with pikepdf.open(BytesIO(good_file())) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file)
    return told(file.getvalue())


def circle_of_functions(pdf: pikepdf.Pdf) -> None:
    function = pdf.make_indirect(pikepdf.Dictionary(FunctionType=3))
    function.Functions = pikepdf.Array([function] * 50)
    space = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name.Gold, pikepdf.Name.DeviceCMYK, function]
    )
    pdf.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(S=pdf.make_indirect(space))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/S cs 1 scn 9 9 99 99 re f")


def circle_of_spaces(pdf: pikepdf.Pdf) -> None:
    space = pdf.make_indirect(pikepdf.Array([pikepdf.Name.Indexed]))
    space.append(space)
    pdf.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(S=space)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/S cs 1 scn 9 9 99 99 re f")


def circle_of_attachments(pdf: pikepdf.Pdf) -> None:
    node = pdf.make_indirect(pikepdf.Dictionary())
    node.Kids = pikepdf.Array([node] * 50)
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=node)


def circle_of_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def a_pattern_in_itself(pdf: pikepdf.Pdf) -> None:
    words = "<< /PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 >>"
    paint = b"/Pattern cs /P scn 0 0 99 99 re f"
    pattern = pdf.make_stream(paint, pikepdf.Object.parse(words.encode()))
    pdf.pages[0].obj.Resources.Pattern = pikepdf.Dictionary(P=pattern)
    pdf.pages[0].obj.Contents = pdf.make_stream(paint)


def letters_without_end(pdf: pikepdf.Pdf) -> None:
    table = b"9 beginbfrange " + b"<0000> <ffffffff> <0041> " * 2000 + b"endbfrange"
    pdf.pages[0].obj.Resources.Font.F.ToUnicode = pdf.make_stream(table)
    pdf.pages[0].obj.Resources.Font.F.DescendantFonts[0].W = pikepdf.Array([0, 10**9, 500] * 99)


def a_bomb(pdf: pikepdf.Pdf) -> None:
    packed = zlib.compress(zlib.compress(b"q Q " * 10_000_000))
    stream = pdf.make_stream(b"")
    stream.write(packed, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
    pdf.pages[0].obj.Contents = stream


@pytest.mark.parametrize(
    "change",
    [
        circle_of_functions,
        circle_of_spaces,
        circle_of_attachments,
        circle_of_pages,
        a_pattern_in_itself,
        letters_without_end,
    ],
)
def test_a_file_that_would_take_for_ever(change: Callable[[pikepdf.Pdf], None]) -> None:
    hostile(change)


def test_a_bomb_is_told() -> None:
    assert "a.pdf#page=1 print/content/too-large" in hostile(a_bomb)
