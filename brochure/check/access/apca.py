"""access/apca: how well words are read by a newer measure of contrast; for information.

Rationale: WCAG's ratio, which the law asks for, is too kind to light text on dark grounds. APCA (a
draft for WCAG 3, https://git.apcacontrast.com) asks for Lc 60 for text that is read, 45 for large
text; its licence and its state allow no more than to tell it.
"""

from collections.abc import Iterator

from brochure.check.access.runs import in_groups, span_of, words
from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.rendered import RenderedFile, RenderedRun
from brochure.vision.contrast import lightness_contrast
from brochure.vision.light import hexadecimal


def findings(file: RenderedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A note for the first text of each pair of colours that APCA finds too close."""
    if file.medium == "paper":
        raise Skipped("check/skipped/paper")
    if not file.pages:
        raise Skipped("check/skipped/not-rendered")
    told = set()
    for page, runs in in_groups(file, lambda run: _pair(run, rule)):
        run = runs[0]
        if (pair := _pair(run, rule)) in told:
            continue
        told.add(pair)
        yield rule.at(
            span_of(rule, page, run),
            text=words(run),
            found=f"{abs(lightness_contrast(run.colour, run.ground)):.0f}",
            least=f"{_least(run, rule):g}",
            colour=hexadecimal(run.colour),
            ground=hexadecimal(run.ground),
        )


def _pair(run: RenderedRun, rule: Rule) -> object | None:
    if run.ink != "seen":
        return None
    found = abs(lightness_contrast(run.colour, run.ground))
    least = _least(run, rule)
    return (run.colour, run.ground, least) if found < least else None


def _least(run: RenderedRun, rule: Rule) -> float:
    return rule.limit("large" if run.size >= rule.limit("large_pt") else "text")
