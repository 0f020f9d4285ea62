"""What is measured on pages of known colours is what they have."""

import random
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.document.rendered import RenderedRun
from brochure.pdf.rendering import rendered_file
from brochure.pdf.rendering.page import LONGEST, MOST_PIXELS, scale_of
from brochure.vision.contrast import contrast
from tests.pdf.rendering.drawn import drawn, forms_in_forms, text

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def operands(colour: Rgb) -> str:
    return " ".join(f"{part / 255:.6f}" for part in colour)


def runs(pdf: bytes) -> tuple[RenderedRun, ...]:
    pages = rendered_file(pdf, "a.pdf").pages
    return pages[0].runs


def on_ground(colour: Rgb, ground: Rgb, size: float) -> RenderedRun:
    plane = f"{operands(ground)} rg 0 0 300 200 re f {operands(colour)} rg "
    (run,) = runs(drawn(plane + text("Wort, ilj.", size=size)))
    return run


@settings(max_examples=40, deadline=None)
@given(COLOURS, COLOURS, st.sampled_from([4, 6, 9, 12, 40]))
def test_on_flat_grounds_the_contrast_is_right(colour: Rgb, ground: Rgb, size: float) -> None:
    run, expected = on_ground(colour, ground, size), contrast(colour, ground)
    if run.ink == "same":
        assert expected < 1.03
    else:
        assert (run.ink, run.colour, run.ground) == ("seen", colour, ground)
        assert abs(run.ratio - expected) <= 0.01


def test_on_a_gradient_the_worst_letter_is_where_it_is_as_dark() -> None:
    words = "q /Ramp sh Q 0.5 g " + text("mmmmmmmmmmmmmmmmmmmm", size=14, y=90)
    (run,) = runs(drawn(words))
    middle = (run.worst.left + run.worst.right) / 2
    assert run.ratio < 1.1 and abs(middle - 150) < 14  # half of the way from white to black
    ratios = [patch.ratio for patch in run.patches]
    assert max(ratios) == max(ratios[0], ratios[-1]) and len(ratios) >= 16


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_measured_as_it_lies(turn: int) -> None:
    words = "q /Ramp sh Q 0.5 g " + text("mmmmmmmmmmmmmmmmmmmm", size=14, y=90)
    assert runs(drawn(words, page=f"<< /Rotate {turn} >>")) == runs(drawn(words))


def test_forms_within_forms_are_placed_sized_and_taken_out() -> None:
    inner = ("<< /Matrix [2 0 0 2 5 5] /BBox [0 0 300 200] >>", "0.4 g " + text("Wort", 10, 20, 10))
    (run,) = runs(drawn("q 1.5 0 0 1.5 10 10 cm /Inner Do Q", forms={"Inner": inner}))
    assert run.size == 30 and run.ratio == 5.74
    assert abs(run.box.left - (10 + 1.5 * (5 + 2 * 10))) < 2


def test_half_painted_text_is_composed_with_its_ground() -> None:
    form = ("<< /Group << /S /Transparency >> >>", "0 g " + text("Wort"))
    for pdf in (drawn("/Half gs 0 g " + text("Wort")), drawn("/Half gs /A Do", forms={"A": form})):
        (run,) = runs(pdf)
        assert run.colour == (128, 128, 128) and run.ratio == 3.95


def test_blending_is_measured_as_it_is_seen() -> None:
    red = "1 0 0 rg 0 0 300 200 re f /Multiply gs 0 1 0 rg "
    assert runs(drawn(red + text("Wort")))[0].colour == (0, 0, 0)


def test_white_on_a_half_white_picture_is_lost_there() -> None:
    picture = bytes([0] * 8 + [255] * 8) * 16
    words = "q 300 0 0 200 0 0 cm /Picture Do Q 1 g " + text("m" * 20, size=14)
    (run,) = runs(drawn(words, picture=picture))
    assert run.ratio == 1 and run.over_picture
    lost = [patch for patch in run.patches if patch.ratio < 4.5]
    assert min(patch.box.left for patch in lost) > 130


def test_runs_in_one_another_keep_their_colours() -> None:
    lines = "0 g " + text("gjpqy", y=100) + "1 0 0 rg " + text("AbdfÄ", y=92)
    assert [run.colour for run in runs(drawn(lines))] == [(0, 0, 0), (255, 0, 0)]


def test_type_3_glyphs_bring_their_colours() -> None:
    pdf = pikepdf.open(BytesIO(drawn(text("a", size=40))))
    glyph = pdf.make_stream(b"1000 0 d0 0.5 g 0 0 700 700 re f")
    pdf.pages[0].Resources.Font.F = pikepdf.Object.parse(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000]"
        b" /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000]"
        b" /Encoding << /Differences [97 /a] >> /CharProcs << >> /Resources << >> >>"
    )
    pdf.pages[0].Resources.Font.F.CharProcs["/a"] = glyph
    file = BytesIO()
    pdf.save(file)
    assert [run.colour for run in runs(file.getvalue())] == [(128, 128, 128)]


@given(st.floats(1, 20_000), st.floats(1, 20_000))
def test_pixels_are_bounded(width: float, height: float) -> None:
    scale = scale_of(Box(0, 0, width, height))
    assert width * height * scale**2 <= MOST_PIXELS * 1.001
    assert max(width, height) * scale <= LONGEST * 1.001


def test_small_text_on_a_poster_is_looked_at_closely() -> None:
    words = "0.4 g 100 100 900 900 re f 0.5 g " + "".join(
        text("klein", 150 + 3000 * (at % 3), 200 + 4000 * (at // 3), 8) for at in range(9)
    )
    found = runs(drawn(words, size=(8504, 12_000)))
    assert [run.ink for run in found] == ["seen"] * 9
    assert found[0].ground == (102, 102, 102) and found[1].ground == (255, 255, 255)


def test_kept_pages_are_the_same() -> None:
    pdf = drawn("q /Ramp sh Q 0.5 g " + text("Wort") + text("weg", 400))
    first = rendered_file(pdf, "a.pdf", ["key of the rendering test"])
    assert rendered_file(b"is not asked", "a.pdf", ["key of the rendering test"]) == first
    assert first.pages[0].runs == runs(pdf)
    again = rendered_file(drawn(""), "a.pdf", ["key of the rendering test"])
    assert again.pages == (replace(first.pages[0], number=1),)


def cyclic() -> bytes:
    """A form that shows itself."""
    pdf = pikepdf.open(BytesIO(drawn("/A Do", forms={"A": ("<< >>", "/A Do " + text("Wort"))})))
    form = pdf.pages[0].Resources.XObject.A
    form.Resources.XObject = pikepdf.Dictionary(A=form)
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


HOSTILE = {
    "cyclic": cyclic(),
    "nested": forms_in_forms(200, 1),
    "multiplied": forms_in_forms(12, 20),
    "no area": drawn(text("Wort"), page="<< /MediaBox [0 0 0 0] >>"),
    "huge": drawn(text("Wort"), page="<< /MediaBox [0 0 1000000000 1000000000] >>"),
    "upside down": drawn(text("Wort"), page="<< /MediaBox [300 200 0 0] >>"),
    "no numbers": drawn("BT /F 9e9 Tf 1 Tm 9999999999 Tf 9999999999 0 0 1 0 0 Tm (Wort) Tj ET"),
    "no size": drawn("BT /F 0 Tf (Wort) Tj ET BT /F 12 Tf 0 0 0 0 0 0 Tm (Wort) Tj ET"),
    "many": drawn("".join(text("x", at % 290, at % 190, 3) for at in range(6000))),
    "thread": drawn(text("Wort"), size=(1, 14_400)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_give_values(name: str) -> None:
    for page in rendered_file(HOSTILE[name], "a.pdf").pages:
        assert all(1 <= run.ratio <= 21 for run in page.runs)


def test_damaged_files_give_values() -> None:
    good = drawn("q /Ramp sh Q 0.5 g " + text("Wort"), forms={"A": ("<< >>", text("Wort"))})
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        rendered_file(bytes(data[: chance.randrange(1, len(data) + 1)]), "a.pdf")
