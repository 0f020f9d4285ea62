"""A copy with comments: at the right places, the pages as they were, no claim kept."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.diagnostics import Diagnostic, Problems, Severity, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.examined import Examined
from brochure.report.annotated import CLAIMS, annotated

MM = 72 / 25.4
AREA = Diagnostic.of(
    "print/small-text",
    Span("x.pdf", page=2, area=(10, 20, 30, 5)),
    Severity.WARNING,
    size="7.0",
    inks=2,
    least="8",
    count=1,
)
WHOLE = Diagnostic.of("ua/title", Span("x.pdf"))
XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 pdfuaid:part="1" pdfxid:GTS_PDFXVersion="PDF/X-4">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Stadt</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def made(**page: object) -> bytes:
    """Two pages A6 with bleed, that claim PDF/UA-1 and PDF/X-4."""
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(111 * MM, 154 * MM))
            box = [3 * MM, 3 * MM, 108 * MM, 151 * MM]
            pdf.pages[-1].obj.TrimBox = pikepdf.Array(box)
            pdf.pages[-1].obj.Contents = pdf.make_stream(b"0 0 20 20 re f")
            for key, value in page.items():
                pdf.pages[-1].obj[f"/{key}"] = value
        pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=pikepdf.Name.Metadata)
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"
        packed = BytesIO()
        pdf.save(packed)
    return packed.getvalue()


def item(*findings: Diagnostic) -> Examined:
    return Examined(Checked("x.pdf", 2, (Outcome("ua/title", "found", findings),)))


def test_comments_lie_where_the_findings_are() -> None:
    with pikepdf.open(BytesIO(annotated(made(), item(AREA, WHOLE, WHOLE), "de"))) as pdf:
        (square,) = pdf.pages[1].obj.Annots
        left, bottom, right, top = (float(number) / MM for number in square.Rect)
        air = 2 / MM
        assert (left, right) == pytest.approx((13 - air, 43 + air), abs=0.01)
        assert (bottom, top) == pytest.approx((151 - 25 - air, 151 - 20 + air), abs=0.01)
        assert str(square.Subj) == "warning[print/small-text]"
        assert "7.0" in str(square.Contents) and "\n\n" in str(square.Contents)
        first, second = pdf.pages[0].obj.Annots
        assert [first.Subtype, second.Subtype] == ["/Text", "/Text"]
        assert float(first.Rect[1]) > float(second.Rect[3])  # one below the other
        assert float(first.Rect[3]) <= 151 * MM and float(first.Rect[0]) >= 3 * MM


def test_pages_stay_as_they_are_and_links_are_kept() -> None:
    link = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])])
    before, after = (made(Annots=link), annotated(made(Annots=link), item(AREA), "en"))
    with pikepdf.open(BytesIO(before)) as old, pikepdf.open(BytesIO(after)) as new:
        for one, other in zip(old.pages, new.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()
        assert [note.Subtype for note in new.pages[1].obj.Annots] == ["/Link", "/Square"]


def test_the_frame_is_seen() -> None:
    document = pypdfium2.PdfDocument(annotated(made(), item(AREA), "en"))
    shown = document[1].render(scale=2, may_draw_forms=False).to_pil().convert("RGB")
    x, y = (13 * MM - 1) * 2, (154 - 128.5) * MM * 2
    colours = {shown.getpixel((round(x) + dx, round(y))) for dx in range(-4, 5)}
    assert any(red > blue + 60 for red, _, blue in colours), colours


def test_the_copy_claims_nothing_and_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(annotated(made(), item(AREA), "de"))) as pdf:
        with pdf.open_metadata() as meta:
            assert not [key for key in meta if key.startswith(CLAIMS)]
            assert meta["dc:title"] == "Kopie mit Anmerkungen: Stadt"
        assert str(pdf.docinfo.Title) == "Kopie mit Anmerkungen: Stadt"
        assert "/GTS_PDFXVersion" not in pdf.docinfo


def test_the_same_file_gives_the_same_copy() -> None:
    pdf = made()
    assert annotated(pdf, item(AREA), "de") == annotated(pdf, item(AREA), "de")


def locked(**passwords: str) -> bytes:
    packed = BytesIO()
    with pikepdf.open(BytesIO(made())) as pdf:
        pdf.save(packed, encryption=pikepdf.Encryption(**passwords))
    return packed.getvalue()


def empty() -> bytes:
    packed = BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(packed)
    return packed.getvalue()


def test_a_file_that_anybody_may_open_stays_locked() -> None:
    with pikepdf.open(BytesIO(annotated(locked(owner="x"), item(AREA), "de"))) as pdf:
        assert pdf.is_encrypted and len(pdf.pages[1].obj.Annots) == 1


UNUSABLE = [b"", b"%PDF-1.7\n", b"no pdf", made()[:200], empty(), locked(owner="x", user="y")]


@pytest.mark.parametrize("data", UNUSABLE)
def test_what_nobody_can_write_into_is_told(data: bytes) -> None:
    with pytest.raises(Problems) as problems:
        annotated(data, item(WHOLE), "en")
    assert [found.code for found in problems.value.diagnostics] == ["report/not-annotated"]


@pytest.mark.parametrize(
    "page",
    [
        {"Annots": pikepdf.Name.Wrong},
        {"TrimBox": pikepdf.Array([1, 2])},
        {"TrimBox": pikepdf.Array([108, 151, 3, 3])},
        {"TrimBox": pikepdf.Name.Wrong},
        {"MediaBox": pikepdf.Array([0, 0, pikepdf.Name.Wrong, 3])},
    ],
)
def test_a_broken_page_gives_a_copy_or_a_finding(page: dict[str, object]) -> None:
    try:
        assert annotated(made(**page), item(AREA, WHOLE), "en").startswith(b"%PDF-")
    except Problems as problems:
        assert problems.diagnostics[0].code == "report/not-annotated"


@given(st.integers(0, len(made()) - 1), st.binary(min_size=1, max_size=30))
def test_a_damaged_file_gives_a_copy_or_a_finding(at: int, damage: bytes) -> None:
    data = made()
    try:
        annotated(data[:at] + damage + data[at + len(damage) :], item(AREA, WHOLE), "en")
    except Problems as problems:
        assert problems.diagnostics[0].code == "report/not-annotated"
