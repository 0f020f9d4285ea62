"""access/invisible-text: what is read aloud is seen, too.

Rationale: text in the colour of its ground, or under another object, is read to people who don't
see, and found by a search, and nobody else knows of it; most often it was forgotten there. Hidden
text over or under a picture is what text recognition makes of a scan, and is left alone (ISO
32000-1, 9.3.6, mode 3).
"""

from collections.abc import Iterator

from brochure.check.access.runs import in_groups, span_of, words
from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.rendered import RenderedFile, RenderedRun

HIDDEN = "hidden"
VARIANTS = {"same": "", "covered": "covered", "hidden": HIDDEN, "transparent": HIDDEN}
SCANNED = ("covered", "hidden", "transparent")


def findings(file: RenderedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page for each way in which text is not seen."""
    if file.medium == "paper":
        raise Skipped("check/skipped/paper")
    if not file.pages:
        raise Skipped("check/skipped/not-rendered")
    for page, runs in in_groups(file, _kind):
        variant = VARIANTS[runs[0].ink]
        level = Severity.NOTE if variant == HIDDEN else None
        place = span_of(rule, page, runs[0])
        yield rule.at(place, variant, level, text=words(runs[0]), count=len(runs))


def _kind(run: RenderedRun) -> str | None:
    if run.over_picture and run.ink in SCANNED:
        return None
    return VARIANTS.get(run.ink)
