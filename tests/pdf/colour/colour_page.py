"""A page on which every way stands in which a colour can enter, as HTML with its files."""

from functools import cache
from io import BytesIO

from PIL import Image

CSS = """
@page { size: 200mm 290mm; margin: 8mm; bleed: 3mm;
        @top-left { content: "Kopf"; font: 8pt "Source Sans 3"; color: #3b6ea5 } }
html { font: 10pt/14pt "Source Sans 3"; color: #10222E }
body, p, figure { margin: 0 }
.row { display: flex; flex-wrap: wrap; gap: 2mm; margin-bottom: 2mm }
.row > * { width: 20mm; height: 14mm }
img { width: 20mm; height: 14mm }
"""
PLAIN = [
    "tomato",
    "#10222E",
    "#C8441B",
    "#888",
    "black",
    "white",
    "hsl(200 60% 40%)",
    "hwb(20 20% 10%)",
    "oklch(0.7 0.15 150)",
    "lab(60 40 -30)",
    "lab(50 0 0)",
    "color(srgb 0.2 0.5 0.4)",
    "color(xyz-d50 0.2 0.3 0.1)",
    "device-cmyk(0.1 0.7 0.2 0.3)",
    "rgb(20 80 160 / 40%)",
]
GRADIENTS = [
    "linear-gradient(90deg, red, blue)",
    "linear-gradient(45deg, #10222E, white 40%, #C8441B)",
    "linear-gradient(black, white)",
    "linear-gradient(90deg, #0a0, #0a0 50%, #c0c 50%, #c0c)",
    "linear-gradient(90deg, #fa0, 20%, #04a)",
    "linear-gradient(90deg, rgba(200, 0, 0, 0), rgb(200, 0, 0))",
    "repeating-linear-gradient(45deg, #fc0, #fc0 2mm, #06c 4mm)",
    "radial-gradient(circle, yellow, #063)",
    "radial-gradient(ellipse at 20% 20%, #fff, transparent 60%, #036)",
    "repeating-radial-gradient(circle, #eee, #eee 1mm, #844 3mm)",
]
BORDERS = ["solid", "double", "dotted", "dashed", "groove", "ridge", "inset", "outset"]
DRAWING = """
<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="30mm" viewBox="0 0 240 60">
<defs>
<linearGradient id="l"><stop offset="0" stop-color="#e40"/><stop offset="1" stop-color="#04e"/>
</linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="#ff8"/>
<stop offset="1" stop-color="#204" stop-opacity="0.4"/></radialGradient>
<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse">
<rect width="8" height="8" fill="#dde"/><circle cx="4" cy="4" r="3" fill="#a22"/></pattern>
<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="60" height="60">
<rect width="60" height="60" fill="#866"/><circle cx="30" cy="30" r="20" fill="white"/></mask>
<clipPath id="c"><circle cx="30" cy="30" r="24"/></clipPath>
</defs>
<rect x="2" y="2" width="40" height="26" fill="url(#l)" stroke="#060" stroke-width="3"/>
<rect x="50" y="2" width="40" height="26" fill="url(#r)"/>
<rect x="98" y="2" width="40" height="26" fill="url(#p)" stroke="url(#l)" stroke-width="4"/>
<g transform="translate(140 0)"><rect mask="url(#m)" width="60" height="60" fill="#a3c"/></g>
<g transform="translate(190 0)" clip-path="url(#c)" opacity="0.5">
<rect width="60" height="60" fill="#290"/></g>
<path d="M4 34 L40 56" stroke="black" stroke-width="1"/>
<path d="M10 34 L46 56" stroke="black" stroke-width="6"/>
<text x="60" y="50" font-size="9" font-family="Source Sans 3" fill="#a05">Schrift im Bild</text>
</svg>"""
EFFECTS = [
    "background: white; box-shadow: 1mm 1mm #a22",
    "background: white; box-shadow: 1mm 1mm 2mm 0.5mm rgb(0 60 120 / 60%)",
    "background: #ffe; box-shadow: inset 0 0 3mm #520",
    "background: #36c; opacity: 0.4",
    "background: url(project:///tile.png) 0 0 / 5mm 5mm",
    "background: url(project:///drawing.svg) 0 0 / 18mm 5mm",
    "background: linear-gradient(#c33, #3c3) 0 0 / 4mm 4mm",
    "outline: 1mm solid #293; columns: 2; column-rule: 0.5mm solid #b5b",
    "border: 2mm solid; border-image: url(project:///tile.png) 4",
]


def html() -> str:
    """The whole page."""
    pictures_shown = "".join(f'<img src="{name}" alt="{name}"> ' for name in pictures())
    return f"""<!doctype html><html lang="de"><body>
<div class="row">{boxes(f"background: {value}" for value in PLAIN)}</div>
<div class="row">{boxes(f"background: {value}" for value in GRADIENTS)}</div>
<div class="row">{boxes(f"border: 2mm {s} #28a; border-left-color: #a52" for s in BORDERS)}</div>
<div class="row">{boxes(f"border: 1mm {style} #28a; border-radius: 2mm" for style in BORDERS)}</div>
<div class="row">{boxes(EFFECTS)}</div>
<p style="font-size: 9pt; color: black">Kleine schwarze Schrift</p>
<p style="font-size: 20pt; color: black">Große schwarze Schrift</p>
<p style="color: #C8441B">Buch <u style="text-decoration-color: #06c">unterstrichen</u>
<span style="color: white; background: black">weiß auf schwarz</span></p>
<hr style="border: 0; border-top: 0.5pt solid black">
<table style="border-collapse: collapse">
<tr><td style="border: 1px solid black">a<td style="border: 2px solid #777">b</table>
<figure><img src="drawing.svg" style="width: 120mm; height: 30mm" alt="Zeichnung"></figure>
<figure>{pictures_shown}</figure>
</body></html>""".replace('src="', 'src="project:///')


def boxes(styles: object) -> str:
    """Empty boxes in these styles."""
    return "".join(f'<div style="{style}"></div>' for style in styles)  # type: ignore[attr-defined]


@cache
def pictures() -> dict[str, bytes]:
    """Small pictures of every kind that a PNG or a JPEG can be."""
    colours = Image.merge("RGB", [ramp(0), ramp(1), ramp(2)])
    alpha = colours.copy()
    alpha.putalpha(ramp(1))
    return {
        "rgb.png": saved(colours),
        "alpha.png": saved(alpha),
        "palette.png": saved(colours.quantize(16)),
        "palette-alpha.png": saved(colours.quantize(8), transparency=0),
        "bits.png": saved(ramp(0).convert("1")),
        "grey.png": saved(ramp(0)),
        "grey-alpha.png": saved(Image.merge("LA", [ramp(0), ramp(1)])),
        "rgb.jpg": saved(colours, "JPEG", quality=95),
        "grey.jpg": saved(ramp(2), "JPEG", quality=95),
        "inks.jpg": saved(colours.convert("CMYK"), "JPEG", quality=95),
    }


def files() -> dict[str, bytes]:
    """All that the page asks for."""
    tile = Image.new("RGB", (12, 12), "#246")
    tile.paste("#fa0", (0, 0, 6, 6))
    return {"tile.png": saved(tile), "drawing.svg": DRAWING.encode(), **pictures()}


def ramp(turns: int) -> Image.Image:
    """From black to white, in one of four directions."""
    return Image.linear_gradient("L").rotate(90 * turns).resize((60, 40))


def saved(picture: Image.Image, form: str = "PNG", **settings: object) -> bytes:
    """The file of a picture."""
    buffer = BytesIO()
    picture.save(buffer, form, **settings)
    return buffer.getvalue()
