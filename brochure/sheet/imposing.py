"""A PDF of pages → a PDF of sheets, on one screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from brochure.diagnostics import Diagnostic, Problems
from brochure.document.boxes import MM
from brochure.sheet.blanks import filled
from brochure.sheet.job import Job
from brochure.sheet.paper import cut_bleed, in_mm, on_paper
from brochure.sheet.schemes import SCHEMES, Scheme
from brochure.sheet.slug import slug_lines
from brochure.sheet.source import SourcePage, damage_told, opened
from brochure.sheet.surface import Book, Sheet
from brochure.sheet.work_style import printed
from brochure.sheet.writing import written

SAME = 0.1 * MM
"""By how much pages of one size may differ."""


@dataclass(frozen=True)
class Imposed:
    """The file of sheets, how pages lie on them, and what is to be told."""

    data: bytes = field(repr=False)
    sheets: tuple[Sheet, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def impose(data: bytes, file: str, job: Job) -> Imposed:
    """Put the pages of a PDF on sheets; `Problems` if that can't be done."""
    source = opened(data, file)
    try:
        sheets = arranged(source.pages, job)
    except Problems as problems:
        raise Problems([*source.diagnostics, *problems.diagnostics]) from problems
    surfaces = [surface for sheet in sheets for surface in sheet.surfaces]
    texts = slug_lines(sheets, file, job)
    with damage_told(file):
        made, remarks = written(source, surfaces, texts, _marks(job))
    told = (*source.diagnostics, *_once(chain(*map(cut_bleed, sheets))), *remarks)
    return Imposed(made, sheets, told)


def arranged(pages: Sequence[SourcePage], job: Job) -> tuple[Sheet, ...]:
    """How pages lie on sheets of paper."""
    scheme = SCHEMES[job.scheme]
    sheets = chain.from_iterable(scheme.arrange(book, job) for book in _books(pages, scheme, job))
    work = job.work or ("sheetwise" if scheme.is_two_sided else "one-sided")
    bleed = max(page.widest_bleed for page in pages)
    return on_paper([printed(sheet, work, 2 * bleed) for sheet in sheets], job)


def _books(pages: Sequence[SourcePage], scheme: Scheme, job: Job) -> Iterator[Book]:
    if scheme.mixed_sizes:
        for index, page in enumerate(pages):
            yield Book((index,), *page.size, page.widest_bleed)
        return
    _refuse_mixed(pages)
    order = filled(len(pages), scheme.multiple(job), job.blank)
    yield Book(order, *pages[0].size, max(page.widest_bleed for page in pages))


def _refuse_mixed(pages: Sequence[SourcePage]) -> None:
    width, height = pages[0].size
    for number, page in enumerate(pages, 1):
        if abs(page.size[0] - width) > SAME or abs(page.size[1] - height) > SAME:
            first, other = in_mm(pages[0].size), in_mm(page.size)
            finding = Diagnostic.of("sheet/mixed-sizes", page=number, first=first, other=other)
            raise Problems([finding])


def _marks(job: Job) -> tuple[str, ...]:
    """Tiles can't be pasted together without marks."""
    return (*job.marks, "crop", "glue", "slug") if job.scheme == "tiles" else job.marks


def _once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(diagnostics))
