"""text/placeholder: nothing stands in for a text that is still to come.

Rationale: a placeholder that was printed can't be taken back. What may be one, but may be meant, is
told with less weight.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each placeholder, and for each word that may be one."""
    for hit in of_list(writing, "placeholders"):
        yield rule.at(hit.span, words=hit.words)
    level = Severity(rule.limits["perhaps"])
    for hit in of_list(writing, "placeholders_perhaps"):
        yield rule.at(hit.span, "perhaps", level, words=hit.words)
