"""PDFs to impose: pages of one flat colour each, with bleed and what else a test wants."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from brochure.document.boxes import MM

WHITE = (255, 255, 255)
Change = Callable[[Pdf], object]


def colour_of(page: int) -> tuple[int, int, int]:
    """A colour of its own for each page, which no renderer can take for another."""
    return (40 + 50 * (page % 4), 40 + 50 * (page // 4 % 4), 60 + 90 * (page // 16 % 2))


def flat_pdf(
    count: int,
    size: tuple[float, float] = (148, 210),
    bleed: float = 3,
    change: Change = lambda pdf: None,
) -> bytes:
    """So many pages of a size in mm, each of one colour to the edge of its bleed."""
    pdf = pikepdf.new()
    for index in range(count):
        width, height = ((side + 2 * bleed) * MM for side in size)
        page = pdf.add_blank_page(page_size=(width, height))
        page.TrimBox = Array([bleed * MM, bleed * MM, width - bleed * MM, height - bleed * MM])
        page.BleedBox = Array([0, 0, width, height])
        colour = " ".join(f"{value / 255:.4f}" for value in colour_of(index))
        text = f"{colour} rg 0 0 {width:.3f} {height:.3f} re f"
        page.Contents = pdf.make_stream(text.encode())
    change(pdf)
    file = BytesIO()
    pdf.save(file, min_version="1.6", static_id=True, fix_metadata_version=False)
    return file.getvalue()


def each_page(change: Callable[[Page], object]) -> Change:
    """A change of every page."""

    def changed(pdf: Pdf) -> None:
        for page in pdf.pages:
            change(page)

    return changed


def as_x4(pdf: Pdf) -> None:
    """What a PDF/X-4 file of ours says of itself, with tags, bookmarks and a claim of PDF/UA."""
    profile = pdf.make_stream(b"a profile", N=4)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
    intent.OutputConditionIdentifier = pikepdf.String("FOGRA39")
    pdf.Root.OutputIntents = Array([intent])
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
    pdf.docinfo[Name.Trapped] = Name("/False")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Fünf Botschaften"
        metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"
        metadata["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
        metadata["xmpMM:DocumentID"] = "uuid:1"
        metadata["xmpMM:InstanceID"] = "uuid:2"
