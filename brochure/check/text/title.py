"""text/title: the title names the publication, not a file.

Rationale: viewers show it in their title bar, a screen reader says it first, and search engines
list it (WCAG 2.4.2; PDF/UA-1 7.1; Matterhorn 06-004).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.writing import Writing

FILE_NAME = re.compile(
    r"\S+\.(?:indd|idml|docx?|odt|pdf|pptx?|ya?ml|html?|pub|qxp|sla)"
    r"|(?:Microsoft (?:Word|PowerPoint) - .*)"
    r"|(?:unbenannt|untitled|dokument|document|ohne titel)[-_ ]?\d*"
    r"|[^\W_]+(?:_[^\W_]+)+(?:\.[^\W_]+)?",
    re.IGNORECASE,
)


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a title that is a file name, or too long to be shown."""
    title = writing.source.document.title.strip()
    span, most = writing.place(("title",)), rule.limit("most_letters")
    if FILE_NAME.fullmatch(title):
        yield rule.at(span, words=shortened(title))
    elif len(title) > most:
        level = Severity(rule.limits["long"])
        yield rule.at(span, "long", level, count=len(title), most=f"{most:g}")
