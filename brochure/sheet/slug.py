"""What each printed side is called, and what its slug line says: file, scheme, sheet, side."""

from collections.abc import Iterator, Sequence

from brochure.diagnostics.messages import say
from brochure.sheet.job import Job
from brochure.sheet.surface import Sheet


def slug_lines(sheets: Sequence[Sheet], file: str, job: Job) -> tuple[str, ...]:
    """One for each surface, in their order."""
    scheme = _word(f"scheme-{job.scheme}", job)
    return tuple(" · ".join([file, scheme, name]) for name in surface_names(sheets, job))


def surface_names(sheets: Sequence[Sheet], job: Job) -> Iterator[str]:
    """`sheet 1 of 4 · front`, for each surface in their order."""
    for number, sheet in enumerate(sheets, 1):
        count = say("sheet/slug-sheet", job.language, number=number, total=len(sheets))
        for side in _sides(sheet, job):
            yield f"{count} · {side}" if side else count


def _sides(sheet: Sheet, job: Job) -> tuple[str, ...]:
    if sheet.back:
        return _word("slug-front", job), _word("slug-back", job)
    if sheet.work in ("turn", "tumble"):
        return (_word(f"slug-{sheet.work}", job),)
    return (sheet.front.label,)


def _word(code: str, job: Job) -> str:
    return say(f"sheet/{code}", job.language)
