"""Many rows of the ledgers do not apply since such a thing is never written. This proves it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from brochure.catalog.structure import structure_types
from tests.pdf.conftest import Make, make
from tests.pdf.tags.test_cases import CASES

__all__ = ["make"]

ACTIONS = ("/URI", "/GoTo")
CATALOGUE_KEYS = {
    "/Type", "/Pages", "/Names", "/Outlines", "/Lang", "/MarkInfo", "/Metadata", "/OutputIntents",
    "/PageLabels", "/StructTreeRoot", "/ViewerPreferences", "/Version", "/Extensions",
}  # fmt: skip


@pytest.fixture(scope="module", params=["web", "archive"])
def files(make: Make, request: pytest.FixtureRequest) -> list[pikepdf.Pdf]:
    """Every case of the tag tree as a file."""
    made = (make(case.read_text("utf-8"), request.param) for case in CASES)
    return [pikepdf.open(BytesIO(each.pdf.data)) for each in made]


def dictionaries(
    files: list[pikepdf.Pdf], wanted: Callable[[Any], object]
) -> Iterator[pikepdf.Dictionary]:
    """The dictionaries of all files, those of streams too, that are wanted."""
    for pdf in files:
        for item in pdf.objects:
            found = item.stream_dict if isinstance(item, pikepdf.Stream) else item
            if isinstance(found, pikepdf.Dictionary) and wanted(found):
                yield found


def elements(files: list[pikepdf.Pdf]) -> list[pikepdf.Dictionary]:
    return list(dictionaries(files, lambda item: item.get("/Type") == "/StructElem"))


def test_nothing_acts_plays_or_asks(files: list[pikepdf.Pdf]) -> None:
    for pdf in files:
        assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root
        assert all("/AA" not in page.obj for page in pdf.pages)
    for item in dictionaries(files, lambda item: item.get("/Type") == "/Annot"):
        assert "/AA" not in item
        if "/A" in item:
            assert item.A.S in ACTIONS
    assert not list(dictionaries(files, lambda item: {"/JS", "/Rendition"} & set(item.keys())))


def test_no_layers_no_forms_no_files_no_lock(files: list[pikepdf.Pdf]) -> None:
    for pdf in files:
        assert set(pdf.Root.keys()) <= CATALOGUE_KEYS
        assert set(pdf.Root.get("/Names", {}).keys()) <= {"/Dests"}
        assert not pdf.is_encrypted
        assert all("/B" not in page.obj for page in pdf.pages), "a bead of an article thread"
    kinds = ("/OCG", "/OCMD", "/Filespec", "/EmbeddedFile", "/Sig")
    assert not list(dictionaries(files, lambda item: item.get("/Type") in kinds))
    assert not list(dictionaries(files, lambda item: {"/OC", "/Ref"} <= set(item.keys())))
    forms = dictionaries(files, lambda item: item.get("/Subtype") == "/Form")
    assert not [form for form in forms if "/Ref" in form], "a page from another file"


def test_links_are_the_only_annotations(files: list[pikepdf.Pdf]) -> None:
    found = list(dictionaries(files, lambda item: item.get("/Type") == "/Annot"))
    assert found and {str(item.Subtype) for item in found} == {"/Link"}
    assert not [item for item in found if "/A" in item and item.A.get("/IsMap")]


def test_role_map_has_only_types_of_pdf_2(files: list[pikepdf.Pdf]) -> None:
    mapped = {t.name: t.like for t in structure_types() if t.like}
    for pdf in files:
        for name, like in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items():
            assert mapped[name[1:]] == str(like)[1:]
            assert str(like)[1:] not in mapped, "a mapping of a mapping"


def test_only_known_types_are_written(files: list[pikepdf.Pdf]) -> None:
    known = {f"/{t.name}" for t in structure_types()}
    assert not known & {"/H", "/Ruby", "/Warichu", "/Note"}
    assert {str(item.S) for item in elements(files)} <= known


def test_a_figure_has_alt_and_never_actual_text(files: list[pikepdf.Pdf]) -> None:
    figures = [item for item in elements(files) if item.S == "/Figure"]
    assert figures
    assert all("/Alt" in item and "/ActualText" not in item for item in figures)


def test_fonts_are_embedded_truetype(files: list[pikepdf.Pdf]) -> None:
    fonts = list(dictionaries(files, lambda item: item.get("/Type") == "/Font"))
    assert {str(item.Subtype) for item in fonts} == {"/Type0", "/CIDFontType2"}
    for item in dictionaries(files, lambda item: item.get("/Type") == "/FontDescriptor"):
        assert "/FontFile2" in item and "/CharSet" not in item
