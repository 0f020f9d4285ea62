"""The bytes of a PDF → a `PdfFile`, however foreign or broken."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from brochure.document.pdf_file import PdfFile, PdfPage
from brochure.pdf.content import catalogue
from brochure.pdf.content.interpreter import Shared
from brochure.pdf.content.operators import OPERATORS
from brochure.pdf.content.page import read_page
from brochure.pdf.content.values import BROKEN, Object, elements, name, value

SOURCE = re.compile(r"^stream <[^>]*>(?:, |: )?")
"""How qpdf's warnings begin: the name of what was read, which is memory here."""


class NoPdf(ValueError):  # noqa: N818 - it says what a file is
    """The bytes are no PDF, or one that is too damaged to be read."""


class Locked(ValueError):  # noqa: N818 - it says what a file is
    """The file can't be opened without a password."""


def read_pdf(data: bytes, called: str) -> PdfFile:
    """Everything that stands in a file; `called` is how a person calls it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # qpdf's are asked for below
        try:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                return file_of(pdf, called)
        except pikepdf.PasswordError as cause:
            raise Locked(called) from cause
        except (*BROKEN, RuntimeError) as cause:
            raise NoPdf(called) from cause


def file_of(pdf: pikepdf.Pdf, called: str, shared: Shared | None = None) -> PdfFile:
    """Everything that stands in an open file; `shared` keeps its fonts for who asks of them."""
    root, trailer = pdf.Root, pdf.trailer
    xmp, filtered = catalogue.xmp(root)
    filters, odd = catalogue.streams(pdf)
    pages = _pages(pdf, shared or Shared())
    return PdfFile(
        called,
        _version(pdf, root),
        encrypted=pdf.is_encrypted,
        ids=len([item for item in elements(value(trailer, "/ID")) if len(bytes(item))]),
        info=catalogue.info(trailer),
        xmp=xmp,
        xmp_filtered=filtered,
        intents=tuple(catalogue.intents(root)),
        actions=tuple(catalogue.actions(root)),
        attachments=catalogue.attachments(root),
        layers=tuple(catalogue.layers(root)),
        odd_objects=odd,
        filters=filters,
        warnings=tuple(_damages(pdf)),
        pages=pages,
    )


def _damages(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What qpdf repaired in the file's structure; faults of content are those of its page."""
    for warning in map(str, pdf.get_warnings()):
        if "content stream" not in warning:
            yield SOURCE.sub("", warning)


def _version(pdf: pikepdf.Pdf, root: Object) -> str:
    """The later one of what the header and the catalogue say (ISO 32000-1, 7.2.2)."""
    told = (pdf.pdf_version, name(value(root, "/Version")))
    return max(told, key=lambda text: [int(part) for part in text.split(".") if part.isdigit()])


def _pages(pdf: pikepdf.Pdf, shared: Shared) -> tuple[PdfPage, ...]:
    shared.operators = OPERATORS
    return tuple(read_page(page.obj, at, shared) for at, page in enumerate(pdf.pages, start=1))
