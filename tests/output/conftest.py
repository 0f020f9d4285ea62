"""Artifacts with real, empty pages; what they show does not matter here."""

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest

from brochure.document.edition import Artifact, Edition, Input

A5 = (419.53, 595.28)
MakeArtifact = Callable[..., Artifact]


def make_blank_pdf(pages: int, size: tuple[float, float] = A5) -> bytes:
    """A PDF of empty pages."""
    document, file = pypdfium2.PdfDocument.new(), BytesIO()
    for _ in range(pages):
        document.new_page(*size)
    document.save(file)
    return file.getvalue()


@pytest.fixture
def blank_pdf() -> Callable[..., bytes]:
    """Make a PDF of empty pages of a size."""
    return make_blank_pdf


@pytest.fixture
def make_artifact() -> MakeArtifact:
    """Make an artifact of `botschaften/de`, of a number of pages."""

    def make(name: str = "a5-brochure.web.pdf", pages: int = 2, **changes: object) -> Artifact:
        format_ = name.partition(".")[0].rstrip("-0123456789")
        values: dict[str, object] = {
            "name": name,
            "edition": Edition("botschaften", "de", format_, ("web",)),
            "profile": "web",
            "data": make_blank_pdf(pages),
            "pages": pages,
            "page_sizes": (A5,) * pages,
            "title": "5 Botschaften für Bochum",
            "language": "de",
            "inputs": (Input("content/botschaften/de.yaml", "0" * 64),),
        }
        return Artifact(**{**values, **changes})  # type: ignore[arg-type]

    return make
