"""picture/outside: a picture lies in the project.

Rationale: a link that leads outside shows another picture on each machine, and may show what is not
meant for anybody.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.files import PictureFile


def findings(file: PictureFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a file that may not be read."""
    if file.data is None:
        yield rule.at(file.span, name=file.name)
