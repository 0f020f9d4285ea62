"""Names that any system of any print shop takes: short, ASCII, no spaces."""

import re

from brochure.catalog import Condition, Format
from brochure.document.edition import Edition
from brochure.merge.slug import slug

LONGEST = 40
"""Letters of a part; the longest name then stays below the 255 of file systems."""


def job_name(edition: Edition) -> str:
    """`botschaften-de_a5-brochure`: publication, language, format or record."""
    product = edition.name or edition.format
    return f"{_part(edition.publication)}-{_part(edition.language)}_{_part(product)}"


def print_name(
    edition: Edition, file: str, format_: Format, pages: int, condition: Condition
) -> str:
    """`botschaften-de_a5-brochure_148x210_12p_fogra39.pdf`; `file` is its name in the output."""
    product = _part(file.removesuffix(".pdf").removesuffix(".print"))
    size = f"{_number(format_.width)}x{_number(format_.height)}"
    start = f"{_part(edition.publication)}-{_part(edition.language)}_{product}"
    return f"{start}_{size}_{pages:02}p_{_part(condition.identifier)}.pdf"


def _part(text: str) -> str:
    """Umlauts written out, other scripts left out."""
    plain = re.sub(r"[^a-z0-9]+", "-", slug(text)).strip("-")
    return plain[:LONGEST].rstrip("-") or "x"


def _number(mm: float) -> str:
    return f"{mm:g}".replace(".", "-")
