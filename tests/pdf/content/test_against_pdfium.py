"""Where things lie and what they say, as PDFium has it: another reader, of other hands."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.document.boxes import Box
from brochure.document.painted import Painted, TextRun
from brochure.pdf.content import read_pdf
from tests.check.print.good import glyphs, resources

KINDS = {
    pypdfium2.raw.FPDF_PAGEOBJ_TEXT: "text",
    pypdfium2.raw.FPDF_PAGEOBJ_PATH: "path",
    pypdfium2.raw.FPDF_PAGEOBJ_IMAGE: "image",
}
WIDE = Box(0, 0, 800, 800)
TOLERANCE = 0.05

number = st.integers(-200, 200)
factor = st.sampled_from([-2, -1, -0.5, 0.25, 0.5, 1, 1.5, 3])
upright = st.one_of(
    st.tuples(factor, st.just(0), st.just(0), factor, number, number),
    st.tuples(st.just(0), factor, factor, st.just(0), number, number),
)
"""By which PDFium turns boxes of boxes into the right ones."""
matrix = upright | st.tuples(factor, st.just(0.5), st.just(-0.5), factor, number, number)


def spelt(*values: float | str) -> str:
    return " ".join(f"{value:g}" if not isinstance(value, str) else value for value in values)


rectangle = st.tuples(number, number, st.integers(1, 99), st.integers(1, 99)).map(
    lambda box: spelt(*box, "re f")
)
triangle = st.tuples(number, number, st.integers(1, 99), st.integers(1, 99)).map(
    lambda at: spelt(*at[:2], "m", at[0] + at[2], at[1], "l", at[0], at[1] + at[3], "l f")
)
picture = upright.map(lambda by: f"q {spelt(*by, 'cm')} 30 0 0 30 0 0 cm /Picture Do Q")
inner = st.one_of(rectangle, triangle, picture)
nested = st.recursive(
    inner,
    lambda kids: st.tuples(upright, st.lists(kids, min_size=1, max_size=3)).map(
        lambda node: f"q {spelt(*node[0], 'cm')} {' '.join(node[1])} Q"
    ),
    max_leaves=8,
)


@cache
def shared() -> tuple[pikepdf.Pdf, pikepdf.Object]:
    pdf = pikepdf.new()
    return pdf, pdf.make_indirect(resources(pdf))


def page_of(content: str) -> bytes:
    pdf, own = shared()
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 800, 800], Resources=own)
    page.Contents = pdf.make_stream(f"1 0 0 1 400 400 cm {content}".encode())
    while len(pdf.pages):
        del pdf.pages[0]
    pdf.pages.append(pikepdf.Page(page))
    file = BytesIO()
    pdf.save(file, compress_streams=False)
    return file.getvalue()


def bounds(data: bytes) -> Iterator[tuple[str, Box]]:
    """What PDFium has on the page, cut to it."""
    document = pypdfium2.PdfDocument(data)
    for item in document[0].get_objects():
        box = Box(*item.get_bounds()).clipped(WIDE)
        if not box.is_empty:
            yield KINDS[item.type], box
    document.close()


def ours(data: bytes) -> Iterator[Painted]:
    yield from read_pdf(data, "x.pdf").pages[0].objects


@settings(max_examples=120, deadline=None)
@given(st.lists(nested, min_size=1, max_size=4))
def test_paths_and_images_lie_where_pdfium_has_them(parts: list[str]) -> None:
    data = page_of(" ".join(parts))
    theirs = list(bounds(data))
    found = [(item.kind, item.box) for item in ours(data)]
    assert [kind for kind, _ in found] == [kind for kind, _ in theirs]
    for (_, box), (_, other) in zip(found, theirs, strict=True):
        assert tuple(box) == pytest.approx(tuple(other), abs=TOLERANCE)


@settings(max_examples=80, deadline=None)
@given(matrix, matrix, st.integers(5, 40), st.integers(0, 4), st.sampled_from([50, 100, 150]))
def test_glyphs_lie_in_the_boxes_of_their_runs(
    page: tuple[float, ...], line: tuple[float, ...], size: int, spacing: int, scale: int
) -> None:
    by, at = spelt(*page, "cm"), spelt(*line, "Tm")
    style = spelt("/F", size, "Tf", spacing, "Tc", scale, "Tz 3 Ts")
    data = page_of(
        f"{by} BT {style} {at} {glyphs('Druck')} Tj [{glyphs('r')} 500 {glyphs('eif')}] TJ ET"
    )
    runs = [item for item in ours(data) if isinstance(item, TextRun)]
    theirs = [box for _, box in bounds(data)]
    assert len(runs) <= 2 and "".join(run.text for run in runs) in (
        "Druckreif",
        "Druck",
        "reif",
        "",
    )
    for box in theirs:
        assert any(box.lies_in(run.box.grown(run.size * 0.1)) for run in runs)
