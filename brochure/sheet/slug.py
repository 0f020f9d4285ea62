"""What the slug line of each surface says: file, scheme, number of the sheet and its side."""

from collections.abc import Iterator, Sequence

from brochure.diagnostics.messages import say
from brochure.sheet.job import Job
from brochure.sheet.surface import Sheet


def slug_lines(sheets: Sequence[Sheet], file: str, job: Job) -> tuple[str, ...]:
    """One for each surface, in their order."""
    return tuple(
        " · ".join([file, _word(f"scheme-{job.scheme}", job), *parts])
        for number, sheet in enumerate(sheets, 1)
        for parts in _parts(sheet, number, len(sheets), job)
    )


def _parts(sheet: Sheet, number: int, total: int, job: Job) -> Iterator[list[str]]:
    count = say("sheet/slug-sheet", job.language, number=number, total=total)
    if sheet.front.label:
        yield [count, sheet.front.label]
    elif sheet.back:
        yield from ([count, _word(f"slug-{side}", job)] for side in ("front", "back"))
    elif sheet.work in ("turn", "tumble"):
        yield [count, _word(f"slug-{sheet.work}", job)]
    else:
        yield [count]


def _word(code: str, job: Job) -> str:
    return say(f"sheet/{code}", job.language)
