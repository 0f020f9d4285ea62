"""ua/hyphen: a hyphen that a line's end made is none in the text.

Rationale: «Stra-ßenverkehr» is read as two words (TXT2). U+00AD is read as nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.painted import TextRun
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedFile

ENDS = re.compile(r"[a-zäöüß]{2,}[-\u2010]$")
GOES_ON = re.compile(r"([a-zäöüß]{2,})")
SPREAD = 0.5
"""Of an em, by which the next line lies lower."""


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page where several lines end within a word with a hyphen that was not typed."""
    for page in tagged(file).file.pages:
        found = [run for run, after in _lines(page) if _is_broken(run, after, rule)]
        if len(found) >= rule.limit("least"):
            where = file.span(page.number, found[0].box)
            yield rule.at(where, count=len(found), text=found[0].text[-20:])


def _lines(page: PdfPage) -> Iterator[tuple[TextRun, TextRun]]:
    """Each run that ends its line, with the one that begins the next."""
    runs = [run for run in page.spoken if run.text and run.graphics.mcid is not None]
    for run, after in pairwise(runs):
        if run.box.bottom - after.box.bottom > SPREAD * run.size:
            yield run, after


def _is_broken(run: TextRun, after: TextRun, rule: Rule) -> bool:
    """A word of small letters on both sides; «und» goes on with another word."""
    if run.graphics.mark.actual is not None or not ENDS.search(run.text.rstrip()):
        return False
    found = GOES_ON.match(after.text)
    return found is not None and found[1] not in rule.limits["words"]
