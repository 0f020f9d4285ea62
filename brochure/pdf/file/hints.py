"""The hint stream: where each page's objects lie (ISO 32000-1, F.4).

All offsets are those that the file would have without the hint stream. Lengths are told as if each
page were all content, which is what Acrobat writes and ignores (qpdf, `calculateHPageOffset`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brochure.pdf.file.objects import compressed

Field = tuple[int, int]
"""A number, and its width in bits."""


@dataclass(frozen=True, slots=True)
class Run:
    """Objects with consecutive numbers: the first one, its offset, the lengths of all."""

    number: int
    offset: int
    lengths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Known:
    """What the hints tell."""

    pages: Sequence[Run]
    uses: Sequence[Sequence[int]]
    """What each page uses of the first page's objects and the shared ones, counted through both."""
    shared: Run
    outlines: Run


def hint_stream(number: int, known: Known) -> bytes:
    """The stream of all hint tables."""
    pages, shared, outlines = _of_pages(known), _of_shared(known), known.outlines
    text, tables = b"<</S %d" % len(pages), pages + shared
    if outlines.lengths:
        text += b"/O %d" % len(tables)
        tables += _of_outlines(outlines)
    return compressed(number, text + b">>", tables)


def _of_pages(known: Known) -> bytes:
    """The page offset hint table (F.4.2): a header, then each value for all pages."""
    objects = [len(page.lengths) for page in known.pages]
    lengths = [sum(page.lengths) for page in known.pages]
    uses = [len(used) for used in known.uses]
    few, short = min(objects), min(lengths)
    more, longer = (max(objects) - few).bit_length(), (max(lengths) - short).bit_length()
    counted, named = max(uses).bit_length(), _count(known).bit_length()
    header = (few, 32), (known.pages[0].offset, 32), (more, 16), (short, 32), (longer, 16)
    content = (0, 32), (0, 16), (short, 32), (longer, 16)
    shared = (counted, 16), (named, 16), (0, 16), (4, 16)
    return b"".join(
        (
            _header(*header, *content, *shared),
            _column((count - few for count in objects), more),
            _column((length - short for length in lengths), longer),
            _column(uses, counted),
            _column((index for used in known.uses for index in used), named),
            _column((length - short for length in lengths), longer),
        )
    )


def _of_shared(known: Known) -> bytes:
    """The shared object hint table (F.4.3); each object is a group of its own."""
    shared, first_page = known.shared, known.pages[0].lengths
    lengths = [*first_page, *shared.lengths]
    short = min(lengths)
    longer = (max(lengths) - short).bit_length()
    where = (shared.number, 32), (shared.offset, 32), (len(first_page), 32), (len(lengths), 32)
    return b"".join(
        (
            _header(*where, (0, 16), (short, 32), (longer, 16)),
            _column((length - short for length in lengths), longer),
            _column((0 for _ in lengths), 1),  # no signatures
        )
    )


def _of_outlines(run: Run) -> bytes:
    """The outline hint table, a generic one (F.4.5)."""
    values = run.number, run.offset, len(run.lengths), sum(run.lengths)
    return _header(*((value, 32) for value in values))


def _count(known: Known) -> int:
    return len(known.pages[0].lengths) + len(known.shared.lengths)


def _header(*fields: Field) -> bytes:
    return b"".join(value.to_bytes(width // 8, "big") for value, width in fields)


def _column(values: Iterable[int], width: int) -> bytes:
    """Values of so many bits one after another, filled up to a byte."""
    bits = "".join(f"{value:0{width}b}" for value in values) if width else ""
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0") or "0", 2).to_bytes(size, "big")
