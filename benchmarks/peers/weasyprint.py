"""WeasyPrint alone, by its command line and by its class `HTML` in a process that stays."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

NAME = "WeasyPrint"
SOURCE = "index.html"
VARIANT = "pdf/ua-1"


def version() -> str:
    """The version that brochure itself builds on."""
    from importlib.metadata import version

    return version("weasyprint")


def cold(folder: Path, target: Path) -> Sequence[str]:
    """The command line."""
    page = str(folder / SOURCE)
    return [
        sys.executable,
        "-m",
        "weasyprint",
        "--quiet",
        "--pdf-variant",
        VARIANT,
        page,
        str(target),
    ]


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """Fonts and the cache of pictures are kept between files, which its documentation advises."""
    import logging

    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    fonts, pictures = FontConfiguration(), dict[str, object]()

    def make() -> bytes:
        page = HTML(filename=folder / SOURCE)
        made: bytes = page.write_pdf(pdf_variant=VARIANT, font_config=fonts, cache=pictures)
        return made

    yield make
