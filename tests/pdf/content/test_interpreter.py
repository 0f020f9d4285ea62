"""What a page paints, with which state of the graphics."""

from typing import Any

import pytest

from brochure.document.colour import CMYK, GRAY, Colour
from brochure.document.painted import Image, Painted, Path, Shading, TextRun
from brochure.document.pdf_file import PdfPage
from brochure.pdf.content import faults, read_pdf
from tests.check.print.good import changed_file, glyphs

FORM = "<< /Subtype /Form /BBox [0 0 100 100] /Resources << >> /Group << /S /Transparency >> >>"


def page_with(content: str, **change: Any) -> PdfPage:
    whole = f"q {content} Q".replace("(Druckreif)", glyphs("Druckreif"))
    return read_pdf(changed_file({**change, "whole_content": whole}), "a.pdf").pages[0]


def painted(content: str, **change: Any) -> tuple[Painted, ...]:
    return page_with(content, **change).objects


def only(content: str, **change: Any) -> Any:
    (item,) = painted(content, **change)
    return item


def test_the_state_is_kept_and_comes_back() -> None:
    first, second = painted("1 0 0 0 k q 0.5 g 0 0 9 9 re f Q 20 20 9 9 re f")
    assert first.graphics.fill == Colour(GRAY, (0.5,))
    assert second.graphics.fill == Colour(CMYK, (1, 0, 0, 0))


def test_a_form_leaves_the_state_around_it_alone() -> None:
    form = {"dict": FORM, "data": "2 0 0 2 0 0 cm 0.5 g 1 1 9 9 re f q"}
    inside, outside = painted(
        "1 0 0 1 50 60 cm /X Do 0 0 9 9 re f", resources={"XObject": {"X": form}}
    )
    assert tuple(inside.box) == (52, 62, 70, 80)
    assert tuple(outside.box) == (50, 60, 59, 69)
    assert outside.graphics.fill.values == (0,)


def test_a_form_is_cut_to_its_box() -> None:
    form = {"dict": FORM, "data": "90 90 90 90 re f"}
    item = only("1 0 0 1 50 60 cm /X Do", resources={"XObject": {"X": form}})
    assert tuple(item.box) == (140, 150, 150, 160)


def test_a_group_begins_with_a_state_of_its_own() -> None:
    state = {"S": "<< /BM /Multiply /ca 0.5 /SMask << /S /Alpha /G /@G >> >>"}
    form = {"dict": FORM, "data": "1 1 9 9 re f"}
    resources = {"XObject": {"X": form}, "ExtGState": state}
    mask = {"G": {"dict": FORM, "data": "0 0 5 5 re f"}}
    inside = painted("/S gs /X Do", resources=resources, streams=mask)
    assert [item.origin for item in inside] == ["soft mask", "page"]
    assert inside[1].graphics.blend_mode == "Normal" and not inside[1].graphics.soft_mask
    assert inside[1].graphics.fill_alpha == 0.5
    (_, plain) = painted("/S gs 1 1 9 9 re f", resources=resources, streams=mask)
    assert plain.graphics.blend_mode == "Multiply" and plain.graphics.soft_mask


def test_clips_cut_until_the_state_comes_back() -> None:
    first, second = painted("q 10 10 20 20 re W n 0 0 99 99 re f Q 0 0 99 99 re f")
    assert tuple(first.box) == (10, 10, 30, 30)
    assert tuple(second.box) == (0, 0, 99, 99)


def test_text_can_clip() -> None:
    text, filled = painted("BT 7 Tr /F 10 Tf 50 60 Td (Druckreif) Tj ET 0 0 300 300 re f")
    assert text.colours == () and text.text == "Druckreif"
    assert filled.box == text.box


def test_lines_know_their_width_on_the_page() -> None:
    item: Path = only("3 0 0 3 0 0 cm 0.5 w 10 10 m 20 10 l S")
    assert item.lines == ((1.5, Colour(GRAY, (0,)), False),)
    assert tuple(item.box) == (29.25, 29.25, 60.75, 30.75)


@pytest.mark.parametrize(
    ("path", "sides"),
    [
        ("10 10 40 2 re", (2, 40)),
        ("10 10 m 50 10 l 50 12 l 10 12 l h", (2, 40)),
        ("10 10 m 50 10 l 50 12 l 10 12 l 10 10 l", (2, 40)),
        ("10 10 m 50 10 l 52 12 l 12 12 l h", None),
        ("10 10 m 50 10 l 50 12 l h", None),
        ("10 10 m 20 10 30 20 30 30 c 10 10 40 2 re", None),
        ("10 10 40 30 re 10 50 40 2 re", (2, 40)),
    ],
)
def test_rectangles_are_known(path: str, sides: tuple[float, float] | None) -> None:
    item: Path = only(f"{path} f")
    assert item.rectangle == pytest.approx(sides) if sides else item.rectangle is None


def test_a_filled_rectangle_is_turned_too() -> None:
    item: Path = only("0 2 -2 0 100 100 cm 0 0 30 1 re f")
    assert item.rectangle == (2, 60)


def test_text_has_size_letters_and_place() -> None:
    item: TextRun = only("2 0 0 2 0 0 cm BT /F 5 Tf 1 0 0 1 30 40 Tm (Druckreif) Tj ET")
    assert item.size == 10 and item.text == "Druckreif"
    assert item.box.left == 60 and item.box.width == pytest.approx(9 * 5)  # DW 500 at 10 pt


@pytest.mark.parametrize(
    ("text", "left", "bottom"),
    [
        ("1 0 0 1 30 40 Tm (Druckreif) Tj", 30, 40),
        ("30 40 Td (Druckreif) Tj", 30, 40),
        ("10 TL 30 50 Td T* (Druckreif) Tj", 30, 40),
        ("30 50 Td 0 -10 TD T* (Druckreif) Tj", 30, 30),
        ("10 TL 30 50 Td (Druckreif) '", 30, 40),
        ('10 TL 30 50 Td 1 2 (Druckreif) "', 30, 40),
        ("30 40 Td [-1000 (Druckreif)] TJ", 40, 40),
        ("50 Tz 30 40 Td [-1000 (Druckreif)] TJ", 35, 40),
        ("30 40 Td 5 Ts (Druckreif) Tj", 30, 45),
    ],
)
def test_text_is_placed_by_every_operator(text: str, left: float, bottom: float) -> None:
    item: TextRun = only(f"BT /F 10 Tf {text} ET")
    assert item.box.bottom == pytest.approx(bottom - 2.5)  # the font's descent
    assert item.box.left == pytest.approx(left)


def test_the_second_text_goes_on_where_the_first_ended() -> None:
    first, second = painted("BT /F 10 Tf 30 40 Td (Druckreif) Tj (Druckreif) Tj ET")
    assert second.box.left == pytest.approx(first.box.right)


def test_images_know_their_resolution() -> None:
    item: Image = only("0 72 -36 0 100 100 cm /Picture Do")
    assert item.ppi == 300
    assert tuple(item.box) == (64, 100, 100, 172)


def test_marks_give_layers_artifacts_and_pieces() -> None:
    layer = {"Properties": {"L": "<< /Type /OCG /Name (Stanze) >>"}}
    content = (
        "/OC /L BDC 0 0 9 9 re f /Artifact BMC 0 0 9 9 re f EMC EMC"
        " /P << /MCID 3 >> BDC 0 0 9 9 re f EMC 0 0 9 9 re f"
    )
    found = [item.graphics for item in painted(content, resources=layer)]
    assert [graphics.layer for graphics in found] == ["Stanze", "Stanze", "", ""]
    assert [graphics.artifact for graphics in found] == [False, True, False, False]
    assert [graphics.mcid for graphics in found] == [None, None, 3, None]


def test_a_pattern_fills_where_its_path_is() -> None:
    tile = {
        "dict": "<< /PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 >>",
        "data": "q 9 0 0 9 0 0 cm /Picture Do Q",
    }
    change = {"resources": {"Pattern": {"T": tile}}}
    item: Image = only("/Pattern cs /T scn 50 60 100 70 re f", **change)
    assert tuple(item.box) == (50, 60, 150, 130)
    assert item.ppi == 2400


def test_a_gradient_fills_its_clip() -> None:
    item: Shading = only("20 30 40 50 re W n /Gradient sh")
    assert tuple(item.box) == (20, 30, 60, 80) and item.space == CMYK


def test_too_much_is_cut_short_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "OBJECTS", 5)
    page = page_with("0 0 9 9 re f " * 9)
    assert len(page.objects) == 5 and not page.complete


def test_forms_that_call_each_other_many_times_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "INSTRUCTIONS", 10_000)
    forms = {
        f"X{n}": {
            "dict": "<< /Subtype /Form /BBox [0 0 9 9] >>",
            "data": f"/X{n + 1} Do " * 20 if n < 15 else "0 0 9 9 re f",
        }
        for n in range(16)
    }
    page = page_with("/X0 Do", resources={"XObject": forms})
    assert not page.complete
