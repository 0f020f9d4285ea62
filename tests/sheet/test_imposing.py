"""A PDF of sheets: right boxes, right places, what it claims, the same bytes, or findings."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Page, Pdf

from brochure.diagnostics import Problems, Severity
from brochure.document.boxes import MM, Box
from brochure.marks import KINDS
from brochure.sheet.dummy import dummy
from brochure.sheet.imposing import Imposed, impose
from brochure.sheet.job import Job
from brochure.sheet.placing import matrix_of
from brochure.sheet.source import SourcePage
from brochure.sheet.surface import Placed, Surface
from tests.sheet.folding import near
from tests.sheet.pdfs import WHITE, as_x4, colour_of, each_page, flat_pdf

A4, A3 = (210 * MM, 297 * MM), (297 * MM, 420 * MM)


def opened(made: Imposed) -> Pdf:
    return pikepdf.open(BytesIO(made.data))


def box(values: Any) -> Box:
    return Box(*map(float, values))


def seen(data: bytes, page: int, places: list[tuple[float, float]]) -> list[tuple[int, ...]]:
    """The colours of places on a page, in points from the lower left."""
    document = pypdfium2.PdfDocument(data)
    try:
        bitmap = document[page].render(scale=1, rev_byteorder=True)
        picture = bitmap.to_pil().convert("RGB")
        return [picture.getpixel((int(x), picture.height - 1 - int(y))) for x, y in places]
    finally:
        document.close()


def alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    "job",
    [
        Job("saddle", grammage=170, marks=KINDS),
        Job("saddle", right_to_left=True),
        Job("saddle", work="tumble"),
        Job("perfect", signature=16, marks=KINDS),
        Job("n-up", grid=(3, 2), work="turn"),
        Job("repeat", grid=(2, 2), work="sheetwise"),
    ],
    ids=lambda job: f"{job.scheme}-{job.work}",
)
def test_pages_are_painted_where_they_are_said_to_lie(job: Job) -> None:
    made = impose(flat_pdf(16), "a5.pdf", job)
    surfaces = [surface for sheet in made.sheets for surface in sheet.surfaces]
    pdf = opened(made)
    assert pdf.check_pdf_syntax() == [] and len(pdf.pages) == len(surfaces)
    for number, surface in enumerate(surfaces):
        assert near(box(pdf.pages[number].TrimBox), surface.trim)
        assert near(box(pdf.pages[number].BleedBox), surface.bleed)
        for placed in surface.placed:
            inside = placed.trim.clipped(placed.window).grown(-2)
            corners = [(x, y) for x in inside[::2] for y in inside[1::2]]
            due = WHITE if placed.page is None else colour_of(placed.page)
            assert all(alike(found, due) for found in seen(made.data, number, corners))


def test_bleed_is_shown_and_ends_where_it_does() -> None:
    made = impose(flat_pdf(4), "a5.pdf", Job("saddle", marks=("crop",)))
    trim = made.sheets[0].front.trim
    middle = (trim.bottom + trim.top) / 2 + 30
    places = [(trim.left - out * MM, middle) for out in (2.5, 3.5)]
    assert alike(seen(made.data, 0, places)[0], colour_of(3))
    assert seen(made.data, 0, places)[1] == WHITE


@given(
    st.sampled_from([0, 90, 180, 270]),
    st.booleans(),
    st.floats(0.5, 4),
    st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(10, 500), st.floats(10, 500)),
    st.tuples(st.floats(0, 900), st.floats(0, 900)),
)
def test_the_trim_of_the_source_comes_to_lie_on_its_place(
    angle: int,
    upside_down: bool,
    unit: float,
    source: tuple[float, float, float, float],
    place: tuple[float, float],
) -> None:
    left, bottom, width, height = source
    trim = Box(left, bottom, left + width, bottom + height)
    page = SourcePage(trim, trim, angle, unit)
    due = Box(0, 0, *page.size).moved(*place)
    matrix = matrix_of(Placed(0, due, due, upside_down), page)
    assert near(matrix.of(trim), due)
    assert matrix.a * matrix.d - matrix.b * matrix.c > 0  # never mirrored


def _bar_on_top(page: Page) -> None:
    """A white bar in the uppermost fifth, as the page is shown."""
    page.Rotate, page.UserUnit = 90, 2
    width = float(page.MediaBox[2])
    bar = f" 1 g 0 0 {width / 5:.2f} 2000 re f"
    page.contents_add(bar.encode())


def test_turned_and_enlarged_pages_stand_upright() -> None:
    data = flat_pdf(4, (105, 74), change=each_page(_bar_on_top))
    made = impose(data, "a6.pdf", Job("saddle"))
    left = made.sheets[0].front.placed[0].trim
    assert (left.width, left.height) == pytest.approx((148 * MM, 210 * MM))
    middle = (left.left + left.right) / 2
    top, below = seen(made.data, 0, [(middle, left.top - 9), (middle, left.bottom + 9)])
    assert top == WHITE and alike(below, colour_of(3))


def test_x4_keeps_its_claim_and_nothing_that_is_no_longer_so() -> None:
    made = opened(impose(flat_pdf(8, change=as_x4), "a5.pdf", Job("saddle", marks=KINDS)))
    assert made.Root.OutputIntents[0].S == Name.GTS_PDFX
    assert set(made.Root.keys()) <= {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
    assert made.docinfo[Name.Trapped] == Name("/False")
    assert made.pdf_version == "1.6"
    with made.open_metadata(set_pikepdf_as_editor=False) as metadata:
        assert metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert metadata["dc:title"] == "Fünf Botschaften"
        assert not [key for key in metadata if "pdfua" in key]
        assert metadata["xmpMM:DocumentID"] not in ("uuid:1", "")
        assert metadata["xmpMM:InstanceID"] not in ("uuid:2", metadata["xmpMM:DocumentID"])
    assert Name.Filter not in made.Root.Metadata


def test_forms_are_there_once_and_marks_are_on_every_plate() -> None:
    made = opened(impose(flat_pdf(1), "card.pdf", Job("repeat", grid=(4, 4), marks=("crop",))))
    (page,) = made.pages
    assert list(page.Resources.XObject.keys()) == ["/P1"]
    space = page.Resources.ColorSpace.Marks
    assert (space[0], space[1]) == (Name.Separation, Name.All)
    assert Name.Annots not in page and Name.Font not in page.Resources


def test_a_translucent_page_stays_a_group_of_its_own() -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    data = flat_pdf(4, change=each_page(lambda page: setattr(page, "Group", group)))
    made = opened(impose(data, "a5.pdf", Job("saddle")))
    page = made.pages[0]
    assert page.Group.CS == "/DeviceCMYK"
    assert all(form.Group.I is True for form in page.Resources.XObject.values())


@pytest.mark.parametrize("scheme", ["saddle", "perfect", "n-up", "repeat", "tiles"])
def test_same_input_same_bytes(scheme: str) -> None:
    data = flat_pdf(16, change=as_x4)
    job = Job(scheme, grid=(2, 2), sheet=A3 if scheme == "tiles" else None, marks=KINDS)
    one, other = (impose(data, "a5.pdf", job) for _ in range(2))
    assert one.data == other.data
    assert dummy(one.sheets, job) == dummy(other.sheets, job)


def test_the_dummy_names_every_page_and_draws_folds() -> None:
    made = impose(flat_pdf(16), "a5.pdf", Job("perfect"))
    text = dummy(made.sheets, Job("perfect")).decode()
    assert all(f">{page}</text>" in text for page in range(1, 17))
    assert text.count("rotate(180") == 8 and text.count("<line") == 8


def test_empty_pages_stay_white() -> None:
    made = impose(flat_pdf(6), "a5.pdf", Job("saddle", blank="before-back"))
    pages = [surface.pages for sheet in made.sheets for surface in sheet.surfaces]
    assert pages == [(5, 0), (1, None), (None, 2), (3, 4)]


def _second_larger(pdf: Pdf) -> None:
    pdf.pages[1].TrimBox = Array([0, 0, 300, 300])


def _without_trim(page: Page) -> None:
    del page.TrimBox


def _stamped(page: Page) -> None:
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 9, 9], AP=Dictionary())
    page.Annots = Array([stamp, Dictionary(Type=Name.Annot, Subtype=Name.Link)])


@pytest.mark.parametrize(
    ("data", "job", "code", "value"),
    [
        (b"", Job(), "damaged", ""),
        (b"%PDF-1.7 and then nothing", Job(), "damaged", ""),
        (flat_pdf(4)[:400], Job(), "damaged", ""),
        (flat_pdf(0), Job(), "no-pages", "a5.pdf"),
        (flat_pdf(5), Job(), "page-count", "3"),
        (flat_pdf(8), Job("perfect"), "page-count", "8"),
        (flat_pdf(4, change=_second_larger), Job(), "mixed-sizes", "148 × 210"),
        (flat_pdf(4), Job(sheet=(200 * MM, 290 * MM)), "too-small", "296 × 210"),
        (flat_pdf(4), Job("n-up"), "no-grid", "n-up"),
        (flat_pdf(1), Job("tiles"), "no-paper", "tiles"),
        (flat_pdf(1), Job("tiles", sheet=(50, 50)), "no-room-for-tiles", ""),
        (flat_pdf(4), Job(work="one-sided"), "work", "one-sided"),
        (flat_pdf(4), Job("tiles", sheet=A3, work="turn"), "work", "turn"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_imposed_is_told(data: bytes, job: Job, code: str, value: str) -> None:
    with pytest.raises(Problems) as told:
        impose(data, "a5.pdf", job)
    finding, *_ = told.value.diagnostics
    assert finding.code == f"sheet/{code}"
    assert not value or value in dict(finding.values).values()


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_file_is_told(password: str) -> None:
    file = BytesIO()
    encryption = pikepdf.Encryption(user=password, owner="owner")
    pikepdf.open(BytesIO(flat_pdf(4))).save(file, encryption=encryption)
    with pytest.raises(Problems) as told:
        impose(file.getvalue(), "a5.pdf", Job())
    assert [finding.code for finding in told.value.diagnostics] == ["sheet/encrypted"]


@pytest.mark.parametrize(
    ("data", "job", "code", "severity"),
    [
        (flat_pdf(4), Job(marks=("crop", "fold")), None, None),
        (flat_pdf(4), Job(sheet=A4), "bleed-cut", Severity.WARNING),
        (flat_pdf(4), Job(sheet=A4[::-1]), "bleed-cut", Severity.WARNING),
        (
            flat_pdf(4, (143, 200)),
            Job(sheet=A4, marks=("registration",)),
            "no-room-for-marks",
            Severity.WARNING,
        ),
        (flat_pdf(4, change=each_page(_without_trim)), Job(), "no-trim-box", Severity.NOTE),
        (flat_pdf(4, change=each_page(_stamped)), Job(), "annotations", Severity.WARNING),
        (flat_pdf(4).replace(b"startxref", b"startxxxx"), Job(), "damaged", Severity.WARNING),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_lost_is_told(
    data: bytes, job: Job, code: str | None, severity: Severity | None
) -> None:
    made = impose(data, "a5.pdf", job)
    found = [(finding.code, finding.severity) for finding in made.diagnostics]
    assert found == ([(f"sheet/{code}", severity)] if code else [])
    assert opened(made).check_pdf_syntax() == []


DAMAGED = flat_pdf(4)


@given(st.binary(max_size=300), st.integers(0, 3))
def test_any_damage_gives_findings_and_never_a_traceback(noise: bytes, quarter: int) -> None:
    at = len(DAMAGED) * quarter // 4
    data = DAMAGED[:at] + noise + DAMAGED[at + len(noise) :]
    try:
        impose(data, "a5.pdf", Job(blank="end"))
    except Problems as problems:
        assert problems.diagnostics


def paper_of(surface: Surface) -> Box:
    assert surface.media
    return surface.media


def test_sheets_are_as_large_as_they_need_or_as_they_are_told() -> None:
    for job, size in (
        (Job(), (302 * MM, 216 * MM)),
        (Job(marks=("crop",)), (313 * MM, 227 * MM)),
        (Job(sheet=A3), A3[::-1]),
    ):
        (sheet,) = impose(flat_pdf(4), "a5.pdf", job).sheets
        paper = paper_of(sheet.front)
        assert (paper.width, paper.height) == pytest.approx(size)


def _with_lost_content(pdf: Pdf) -> None:
    pdf.pages[2].Contents = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)


def _with_lost_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"no XML", Type=Name.Metadata, Subtype=Name.XML)


def _with_lost_box(pdf: Pdf) -> None:
    pdf.pages[1].BleedBox = 7


@pytest.mark.parametrize("change", [_with_lost_content, _with_lost_box])
def test_a_page_that_cannot_be_read_is_told(change: Callable[[Pdf], None]) -> None:
    with pytest.raises(Problems) as told:
        impose(flat_pdf(4, change=change), "a5.pdf", Job())
    assert [finding.code for finding in told.value.diagnostics] == ["sheet/damaged"]


def test_metadata_that_cannot_be_read_is_left_out_and_told() -> None:
    made = impose(flat_pdf(4, change=_with_lost_metadata), "a5.pdf", Job())
    assert [finding.code for finding in made.diagnostics] == ["sheet/metadata"]
    assert Name.Metadata not in opened(made).Root
