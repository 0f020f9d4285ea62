"""Whatever is wrong with a file, it is a finding: no exception, no endless work."""

import random
import re

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
