"""Make a 300 ppi PNG beside a drawing: `rasterise.py DRAWING.svg WIDTH_MM HEIGHT_MM`."""

import sys
from pathlib import Path

import pypdfium2
from weasyprint import HTML

PIXELS_PER_INCH = 300


def rasterise(drawing: Path, width: float, height: float) -> Path:
    """Write DRAWING.png, transparent where nothing is drawn; width and height in mm."""
    page = f"<style>@page {{ size: {width}mm {height}mm; margin: 0 }}</style>"
    image = f"<img style='display: block; width: {width}mm' src='{drawing.resolve().as_uri()}'>"
    pdf = pypdfium2.PdfDocument(HTML(string=page + image).write_pdf())
    bitmap = pdf[0].render(scale=PIXELS_PER_INCH / 72, fill_color=(0, 0, 0, 0))
    target = drawing.with_suffix(".png")
    resolution = (PIXELS_PER_INCH, PIXELS_PER_INCH)
    bitmap.to_pil().convert("RGBA").save(target, optimize=True, dpi=resolution)
    return target


if __name__ == "__main__":
    print(rasterise(Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])))
