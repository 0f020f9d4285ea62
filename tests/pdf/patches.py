"""A page of known patches of ink, 20 mm wide, one beside the other."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
SIDE = 20
STEP = 30
TOP = 20
BLEED = 3
OVERPRINT = Dictionary(op=True, OP=True, OPM=1)


def page_of(
    patches: Sequence[str],
    spots: Mapping[str, Sequence[float]] = {},
    size: tuple[float, float] = (STEP * 6, 60),
    side: float = SIDE,
) -> bytes:
    """A PDF with one page; a patch is what sets its colour (`1 1 1 1 k`), `/S0 cs` the first spot.

    Several colours after another, parted by `;`, lie one upon the other. Beyond the page lies ink
    of 400 %, as marks have it. `/Over gs` sets overprint.
    """
    pdf = pikepdf.new()
    width, height = size
    page = pdf.add_blank_page(page_size=(width * MM, height * MM))
    page.MediaBox = Array([-20, -20, width * MM + 20, height * MM + 20])
    page.TrimBox = Array([0, 0, width * MM, height * MM])
    content = [f"q 1 1 1 1 k -20 -20 {width * MM + 40} 19 re f Q"]
    for index, colours in enumerate(patches):
        left, bottom = (5 + index * STEP) * MM, (height - TOP - side) * MM
        for colour in colours.split(";"):
            square = f"{left:.4f} {bottom:.4f} {side * MM:.4f} {side * MM:.4f} re f"
            content.append(f"q {colour} {square} Q")
    page.Contents = pdf.make_stream("\n".join(content).encode())
    page.Resources = Dictionary(ExtGState=Dictionary(Over=OVERPRINT), ColorSpace=Dictionary())
    for index, (name, inks) in enumerate(spots.items()):
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[*inks], N=1)
        space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
        page.Resources.ColorSpace[f"/S{index}"] = space
    file = BytesIO()
    pdf.save(file, min_version="1.6", deterministic_id=True)
    return file.getvalue()
