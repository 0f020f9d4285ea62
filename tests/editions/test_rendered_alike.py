"""Ghostscript, PDFium, poppler and MuPDF show the same of the print files."""

from pathlib import Path

import pypdfium2
import pytest

from tests.pdf.renderers import PROGRAMS, Render, apart, skip_without, splash

MEAN, SHARE = 8.0, 0.008
"""Measured: at most 6.8, and 0.5 % of the pixels, all at edges."""
TOO_LARGE_FOR_SPLASH = "a2-poster"
"""Its numerals are larger than 20 inches, of which poppler's Splash paints none, on purpose
(`SplashOutputDev::doUpdateFont`: it would not know how to keep their pictures)."""


@pytest.mark.parametrize("render", PROGRAMS)
@pytest.mark.parametrize(
    ("name", "ppi"), [("a5-brochure", 48), ("dl-leaflet", 48), ("a2-poster-1", 40)]
)
def test_pages_are_shown_as_their_plates_are(
    built: Path, name: str, ppi: float, render: Render
) -> None:
    skip_without(render)
    if render is splash and name.startswith(TOO_LARGE_FOR_SPLASH):
        return
    pdf = (built / f"{name}.print.pdf").read_bytes()
    for page in range(1, 1 + len(pypdfium2.PdfDocument(pdf))):
        mean, share = apart(pdf, page, render, ppi, finer=2)
        print(name, render.__name__, page, mean, share)
        assert mean < MEAN, (page, mean)
        assert share < SHARE, (page, share)
