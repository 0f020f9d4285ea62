"""Whatever is wrong with a file, it is a finding: no exception, no endless work.

`python -m tests.check.ua.test_hostile_files 100000` damages as many files by chance.
"""

import random
import sys
from collections.abc import Callable
from io import BytesIO
from time import process_time
from typing import Any

import pikepdf
import pytest

from brochure.pdf.structure import Locked, NoPdf, read_tagged
from tests.check.ua.good import made
from tests.check.ua.test_rules import CASES, found_in

VALUES = ["[]", "<< >>", "(x)", "/Name", "[[] 1 /X null]", "9" * 11]
KEYS = {
    "root": "StructTreeRoot MarkInfo Lang ViewerPreferences Metadata Outlines OCProperties "
    "AcroForm AF Names Dests",
    "tree_root": "K ParentTree RoleMap ClassMap Namespaces",
    "page": "Annots Tabs StructParents Contents Resources",
    "font": "Encoding ToUnicode DescendantFonts Subtype FontDescriptor",
    "descendant": "CIDToGIDMap W DW CIDSystemInfo FontDescriptor",
    "descriptor": "FontFile2 Flags CIDSet Ascent",
}
ELEMENT = ("S", "P", "Pg", "K", "A", "C", "NS", "Alt", "ActualText", "Lang", "ID", "Ref", "T", "E")


def told(data: bytes) -> list[str]:
    try:
        return [finding.sentence for finding in found_in(read_tagged(data, "good.pdf"))]
    except (NoPdf, Locked) as refused:
        return [type(refused).__name__]


@pytest.mark.parametrize("wrong", VALUES)
@pytest.mark.parametrize(("place", "key"), [(p, key) for p in KEYS for key in KEYS[p].split()])
def test_a_wrong_value(place: str, key: str, wrong: str) -> None:
    told(made({place: f"<< /{key} {wrong} >>"}))


@pytest.mark.parametrize("wrong", VALUES)
@pytest.mark.parametrize("key", ELEMENT)
def test_a_wrong_value_of_an_element(key: str, wrong: str) -> None:
    told(made({"elements": {"Table": f"<< /{key} {wrong} >>"}}))


def damaged(chance: random.Random) -> bytes:
    """A case with wrong bytes, or cut short."""
    data = bytearray(made(CASES[chance.choice(list(CASES))]))
    for _ in range(chance.choice([1, 5, 40, 400])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_wrong_bytes(seed: int) -> None:
    told(damaged(random.Random(seed)))


def hostile(change: Callable[[pikepdf.Pdf, Any], None]) -> list[str]:
    with pikepdf.open(BytesIO(made({}))) as pdf:
        change(pdf, pdf.Root.StructTreeRoot.K[0])
        file = BytesIO()
        pdf.save(file)
    return told(file.getvalue())


def nested(pdf: pikepdf.Pdf, document: Any) -> None:
    above = document
    for _ in range(100_000):
        below = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Sect, P=above))
        above.K = below
        above = below


def the_same_element_again(pdf: pikepdf.Pdf, document: Any) -> None:
    document.K.extend([document.K[0]] * 50_000)


def many_numbers(pdf: pikepdf.Pdf, document: Any) -> None:
    document.K.extend([0] * 50_000)


def a_circle_of_elements(pdf: pikepdf.Pdf, document: Any) -> None:
    document.K[1].K = pikepdf.Array([document] * 1000)


def a_circle_of_numbers(pdf: pikepdf.Pdf, document: Any) -> None:
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Kids = pikepdf.Array([tree] * 50)


def a_circle_of_bookmarks(pdf: pikepdf.Pdf, document: Any) -> None:
    entry = pdf.make_indirect(pikepdf.Dictionary(Title="A"))
    entry.Next = entry.First = entry
    pdf.Root.Outlines = pikepdf.Dictionary(First=entry)


def a_circle_of_fields(pdf: pikepdf.Pdf, document: Any) -> None:
    field = pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9]))
    field.Parent = field
    pdf.pages[0].obj.Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))


def a_huge_table(pdf: pikepdf.Pdf, document: Any) -> None:
    span = pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=10**9, RowSpan=10**9)
    cell = {"S": pikepdf.Name.TD, "A": span}
    row = pikepdf.Dictionary(S=pikepdf.Name.TR, K=pikepdf.Array([pikepdf.Dictionary(**cell)] * 99))
    table = pikepdf.Dictionary(S=pikepdf.Name.Table, K=pikepdf.Array([row] * 99), P=document)
    document.K.append(pdf.make_indirect(table))


def marks_in_marks(pdf: pikepdf.Pdf, document: Any) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/P << /MCID 0 >> BDC " * 5_000)


SECONDS = 20
"""Of a processor, by far more than any of them takes; without limits they take for ever."""


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (nested, "ua/tree/too-deep"),
        (the_same_element_again, "ua/tree/twice"),
        (many_numbers, "ua/content-in-tree/twice"),
        (a_circle_of_elements, "ua/tree/circle"),
        (a_circle_of_numbers, ""),
        (a_circle_of_bookmarks, "ua/bookmarks/differ"),
        (a_circle_of_fields, "ua/form-field"),
        (a_huge_table, "ua/tree/no-parent"),
        (marks_in_marks, "ua/content-in-tree/twice"),
    ],
)
def test_a_file_that_would_take_for_ever(
    change: Callable[[pikepdf.Pdf, Any], None], sentence: str
) -> None:
    assert not sentence or sentence in hostile(change)


def test_a_file_with_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.pdf.structure.tree.MOST_ELEMENTS", 10)
    assert "ua/tree/too-many" in told(made({}))


if __name__ == "__main__":
    for seed in range(int(sys.argv[1])):
        start = process_time()
        told(damaged(random.Random(1000 + seed)))
        assert process_time() - start < SECONDS, seed
