"""Empty pages, where a scheme needs a certain number."""

from collections.abc import Sequence

from brochure.diagnostics import Diagnostic, Problems
from brochure.sheet.job import Blank
from brochure.sheet.surface import Page


def filled(count: int, multiple: int, rule: Blank | None) -> tuple[Page, ...]:
    """The pages in order with as many empty ones as make a multiple; `Problems` without a rule."""
    pages = range(count)
    missing = -count % multiple
    if not missing:
        return tuple(pages)
    if rule is None:
        raise Problems([_not_a_multiple(count, multiple, missing)])
    return _with(pages, (None,) * missing, rule)


def _with(pages: Sequence[int], empty: tuple[None, ...], rule: Blank) -> tuple[Page, ...]:
    at = {"end": len(pages), "before-back": len(pages) - 1, "after-front": 1}[rule]
    return (*pages[:at], *empty, *pages[at:])


def _not_a_multiple(count: int, multiple: int, missing: int) -> Diagnostic:
    values = (("pages", str(count)), ("multiple", str(multiple)), ("missing", str(missing)))
    variant = "one" if missing == 1 else ""
    return Diagnostic("sheet/page-count", values=values, variant=variant)
