"""Files that unpack to more than they are: how large they would become, before they do."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from brochure.catalog.records import limits
from brochure.diagnostics import Diagnostic, Problems, Span


def refuse_bombs(file: str, data: bytes) -> None:
    """Raise `Problems` for an archive that is none, or would unpack to too much."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Problems([Diagnostic.of("records/damaged", Span(file))]) from error
    refuse_large(file, size)


def refuse_large(file: str, size: int) -> None:
    """Raise `Problems` for so many bytes, unpacked."""
    limit = limits().unpacked_megabytes
    if size > limit * 1e6:
        megabytes = f"{size / 1e6:.0f}"
        finding = Diagnostic.of("records/too-large", Span(file), size=megabytes, limit=limit)
        raise Problems([finding])
