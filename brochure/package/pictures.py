"""Pictures of pages as JPEG: for mails, tickets and a quick look."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 88
POINTS_PER_INCH = 72


def jpeg(picture: "Image") -> bytes:
    """A picture in sRGB, colours as fine as lightness: small coloured type stays sharp."""
    packed = BytesIO()
    picture.convert("RGB").save(packed, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return packed.getvalue()


def page_jpegs(pdf: bytes, ppi: float) -> list[bytes]:
    """Every page of a PDF as JPEG."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [jpeg(page.render(scale=ppi / POINTS_PER_INCH).to_pil()) for page in document]
    finally:
        document.close()


def trimmed_pages(pdf: bytes, ppi: float) -> "Iterator[Image]":
    """Every page as it is cut, by PDFium, which turns inks into colours without their profile."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            page.set_cropbox(*page.get_trimbox())
            yield page.render(scale=ppi / POINTS_PER_INCH).to_pil()
    finally:
        document.close()
