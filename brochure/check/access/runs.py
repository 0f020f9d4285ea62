"""Runs of text on rendered pages, as the checks of contrast ask for them.

Rationale: what is said of a run (is it large, may it be exempt) is the same for all of them, and a
page with a hundred pale lines has one thing wrong, not a hundred.
"""

from collections.abc import Callable, Hashable, Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Span
from brochure.document.rendered import RenderedFile, RenderedPage, RenderedRun

SHOWN = 60
Found = tuple[RenderedPage, list[RenderedRun]]


def is_large(run: RenderedRun, rule: Rule) -> bool:
    """Whether it is large text: 18 pt, or 14 pt and bold (WCAG 2.1, large scale)."""
    least = rule.limit("bold_pt") if is_bold(run, rule) else rule.limit("large_pt")
    return round(run.size, 1) >= least


def is_bold(run: RenderedRun, rule: Rule) -> bool:
    """Whether its font is bold: by its weight, or by its name, as many say no weight."""
    name = run.font.lower()
    if any(word in name for word in rule.limits["not_bold"]):
        return False
    by_name = any(word in name for word in rule.limits["bold"])
    return by_name or run.weight >= rule.limit("bold_weight")


def in_groups(
    file: RenderedFile, kind: Callable[[RenderedRun], Hashable | None]
) -> Iterator[Found]:
    """The runs of each page that are of the same kind, the worst one first; `None` is of none."""
    for page in file.pages:
        found: dict[Hashable, list[RenderedRun]] = {}
        for run in page.runs:
            if (of := kind(run)) is not None:
                found.setdefault(of, []).append(run)
        for same in found.values():
            yield page, sorted(same, key=lambda run: run.ratio)


def span_of(rule: Rule, page: RenderedPage, run: RenderedRun) -> Span:
    """Where a run is, or its worst letter."""
    return Span(rule.file, page=page.number, area=page.area(run.worst))


def words(run: RenderedRun) -> str:
    """What is read of a run, as much as a sentence bears."""
    return run.text[:SHOWN] or "…"
