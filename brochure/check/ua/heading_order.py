"""ua/heading-order: headings begin with the first level and leave none out.

Rationale: people who listen go from heading to heading; a gap looks as if something were missing
(ISO 14289-1, 7.4.2; WCAG 1.3.1; Matterhorn 14-002, 14-003; HEAD1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import headings, level_of, tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each heading that is more than one level below the one before."""
    # PDF/UA-2 asks for no order of levels; a person should look all the same.
    weight = Severity.WARNING if tagged(file).is_second_part else rule.level
    before = 0
    for heading in headings(file):
        level = level_of(heading)
        if level > before + 1:
            text = file.text_of(heading)[:60]
            variant = "skip" if before else "first"
            yield rule.at(
                file.span_of(heading), variant, weight, found=level, before=before, text=text
            )
        before = level
