"""ua/split-paragraph: a paragraph that goes on over a page is one paragraph.

Rationale: two elements are read as two sentences with a pause between (ORD3).
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each P that begins in the midst of a sentence of the one before."""
    for first, second in pairwise(tagged(file).of_type("P")):
        begin, end = file.text_of(second), file.text_of(first)
        if not begin or not end or second.index != first.end:
            continue
        goes_on = begin[0].islower() and (end[-1].isalpha() or end[-1] in ",-\u00ad")
        if goes_on and file.box_of(second)[0] == file.box_of(first)[0] + 1:
            yield rule.at(file.span_of(second), text=begin[:40])
