"""ua/script: no script runs, or a person has looked at what it does.

Rationale: a script can ask for keys in time, flicker or speak by sound alone, and no program can
tell (ISO 14289-1, 7.19; Matterhorn 03-001, 03-003, 05-003, 29-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """One finding for a file with scripts."""
    actions = [*tagged(file).file.actions, *(a for page in file.file.pages for a in page.actions)]
    if any("JavaScript" in action for action in actions):
        yield rule.of_file()
