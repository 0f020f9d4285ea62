"""access/contrast: words stand out from what is really behind them.

Rationale: WCAG 2.1, 1.4.3 (EN 301 549, 10.1.4.3): a contrast of 4.5:1, or 3:1 for large text. It is
measured on the page, in pixels: a stylesheet knows nothing of pictures, gradients and what lies
over one another. Logos and what only decorates need none; text within a figure, an artifact, and
letters of the size of a drawing are therefore told as a warning.
"""

from collections.abc import Hashable, Iterator

from brochure.check.access.runs import in_groups, is_large, span_of, words
from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.rendered import RenderedFile, RenderedRun
from brochure.vision.light import hexadecimal


def findings(file: RenderedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page for each pair of colours that is too close; what could not be measured."""
    if not file.pages:
        raise Skipped("check/skipped/not-rendered")
    for page, runs in in_groups(file, lambda run: _pale(run, rule)):
        run = runs[0]
        variant = "drawn" if _may_be_exempt(run, rule) else ""
        level = Severity.WARNING if variant or file.medium == "paper" else None
        if file.medium == "paper":
            variant = "paper"
        yield rule.at(
            span_of(rule, page, run),
            variant,
            level,
            text=words(run),
            ratio=f"{run.ratio:.2f}",
            least=f"{_least(run, rule):g}",
            colour=hexadecimal(run.colour),
            ground=hexadecimal(run.ground),
            count=len(runs),
        )
    yield from _unmeasured(file, rule)


def _pale(run: RenderedRun, rule: Rule) -> Hashable | None:
    """What is told together: colours, size, level. Of grounds, a picture has as many as pixels."""
    if run.ink != "seen" or run.ratio >= _least(run, rule) - rule.limit("tolerance"):
        return None
    ground = None if run.over_picture or _is_mixed(run) else run.ground
    return run.colour, ground, is_large(run, rule), _may_be_exempt(run, rule)


def _is_mixed(run: RenderedRun) -> bool:
    """Whether its letters lie on different grounds, as on a gradient."""
    ratios = [patch.ratio for patch in run.patches]
    return bool(ratios) and max(ratios) - min(ratios) > 1


def _least(run: RenderedRun, rule: Rule) -> float:
    return rule.limit("large" if is_large(run, rule) else "text")


def _may_be_exempt(run: RenderedRun, rule: Rule) -> bool:
    return run.size >= rule.limit("drawn_pt") or bool({*run.marks} & {*rule.limits["drawn"]})


def _unmeasured(file: RenderedFile, rule: Rule) -> Iterator[Diagnostic]:
    for page in file.pages:
        if not page.complete:
            count = sum(run.ink == "unmeasured" for run in page.runs)
            variant = "unmeasured" if count else "unread"
            span = Span(rule.file, page=page.number)
            yield rule.at(span, variant, Severity.NOTE, **({"count": count} if count else {}))
