"""Text of print files, as it will stand out on paper."""

import pytest

from brochure.catalog import Condition
from brochure.pdf.rendering import rendered_file
from brochure.pdf.rendering.text_apart import text_apart
from brochure.proofing import rendered_on_paper
from brochure.tools import ghostscript
from brochure.tools.failed import ToolFailed
from tests.pdf.rendering.drawn import drawn, text

GHOSTSCRIPT = ghostscript.find()
ICC = Condition.named("fogra39").icc
needs_ghostscript = pytest.mark.skipif(GHOSTSCRIPT is None, reason="Ghostscript is not here")
FORM = ("<< /BBox [0 0 300 200] >>", "0 0 0 1 k " + text("im Formular", 20, 40))


def test_all_text_is_taken_out_and_nothing_else() -> None:
    clip = "q BT 7 Tr /F 40 Tf 20 150 Td (Bild) Tj ET 0.5 g 0 150 300 40 re f Q "
    pdf = drawn(clip + text("Wort") + "/A Do", page="<< /Rotate 90 >>", forms={"A": FORM})
    pages = [rendered_file(part, "a.pdf").pages[0] for part in text_apart(pdf)]
    read = [[run.text for run in page.runs] for page in pages]
    assert read == [["Bild", "Wort", "im Formular"], ["Bild"]]


@needs_ghostscript
@pytest.mark.parametrize("turn", [0, 90])
def test_on_paper_inks_count_and_not_what_a_screen_makes_of_them(turn: int) -> None:
    assert GHOSTSCRIPT
    lines = ("0 0 0 1 k " + text("schwarz", y=160), "0 0 1 0 k " + text("gelb", y=120), "/A Do")
    page = f"<< /Rotate {turn} /TrimBox [10 10 290 190] >>"
    file = rendered_on_paper(
        GHOSTSCRIPT, drawn("\n".join(lines), page=page, forms={"A": FORM}), "a.pdf", ICC
    )
    assert file.medium == "paper"
    black, yellow, inner = file.pages[0].runs
    assert (black.ink, yellow.ink, inner.ink) == ("seen", "seen", "seen")
    assert black.ratio == inner.ratio > 10 and yellow.ratio < 1.5
    assert file.pages[0].area(black.box)[:2] == pytest.approx((3.8, 7.6), abs=0.6)


@needs_ghostscript
def test_on_paper_a_plane_of_ink_is_the_ground() -> None:
    assert GHOSTSCRIPT
    lines = "1 0.5 0 0 k 0 0 300 200 re f 0 0 0 0 k " + text("weiß".replace("ß", "ss"))
    (run,) = rendered_on_paper(GHOSTSCRIPT, drawn(lines), "a.pdf", ICC).pages[0].runs
    assert run.colour == (255, 255, 255) and run.ground[2] > run.ground[0]
    assert run.ratio > 4


def test_what_cannot_be_proofed_is_told() -> None:
    with pytest.raises(ToolFailed):
        rendered_on_paper("never started", drawn(text("x"), size=(9000, 9000)), "a.pdf", ICC)
    with pytest.raises(ValueError, match="without its text"):
        text_apart(b"no PDF")
