"""Small files with text on known grounds."""

from io import BytesIO
from typing import Any

import pikepdf

RESOURCES = """<<
/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
         /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>
/ExtGState << /Half << /ca 0.5 /CA 0.5 >> /None << /ca 0 /CA 0 >> /Multiply << /BM /Multiply >> >>
/Shading << /Ramp << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 300 0] /Extend [true true]
  /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 0] >> >> >>
/XObject << >>
>>"""


def parsed(text: str) -> Any:
    return pikepdf.Object.parse(text.encode("latin-1"))


def drawn(
    content: str,
    size: tuple[float, float] = (300, 200),
    page: str = "<< >>",
    forms: dict[str, tuple[str, str]] | None = None,
    picture: bytes | None = None,
) -> bytes:
    """A page with this content; forms by name (entries, content), a grey picture of 16 × 16."""
    pdf = pikepdf.new()
    resources = parsed(RESOURCES)
    for name, (entries, inner) in (forms or {}).items():
        form = pdf.make_stream(inner.encode(), parsed(entries))
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = form.get("/BBox", pikepdf.Array([0, 0, *size]))
        form.Resources = pikepdf.Dictionary(Font=resources.Font, ExtGState=resources.ExtGState)
        resources.XObject[f"/{name}"] = form
    if picture is not None:
        resources.XObject.Picture = pdf.make_stream(
            picture,
            parsed(
                "<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8"
                " /ColorSpace /DeviceGray >>"
            ),
        )
    item = parsed(page)
    item.Type = pikepdf.Name.Page
    item.MediaBox = item.get("/MediaBox", pikepdf.Array([0, 0, *size]))
    item.Resources, item.Contents = resources, pdf.make_stream(content.encode("latin-1"))
    pdf.pages.append(pikepdf.Page(item))
    file = BytesIO()
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


def text(words: str, x: float = 20, y: float = 100, size: float = 12, font: str = "F") -> str:
    return f"BT /{font} {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm ({words}) Tj ET\n"


def forms_in_forms(levels: int, each: int) -> bytes:
    """Forms in one another, each so many times in the next, with text in the last."""
    pdf = pikepdf.open(BytesIO(drawn("/A Do", forms={"A": ("<< >>", text("Wort"))})))
    outer = pdf.pages[0].Resources.XObject.A
    for _ in range(levels):
        inner = pdf.make_stream(b"/A Do " * each)
        inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        inner.BBox = pikepdf.Array([0, 0, 300, 200])
        inner.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=outer))
        outer = inner
    pdf.pages[0].Resources.XObject.A = outer
    made = BytesIO()
    pdf.save(made)
    return made.getvalue()
