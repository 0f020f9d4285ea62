"""What is wrong in a look's stylesheets, told at the line that a designer must change.

The engine tells some of this without a file or a line, some once a page, some not at all. One cause
is told once, where it comes first.
"""

from collections.abc import Iterator

from brochure.diagnostics import Diagnostic
from brochure.document.look import Look
from brochure.layout.stylesheets.brackets import unbalanced
from brochure.layout.stylesheets.families import foreign_families
from brochure.layout.stylesheets.pictures import Judge, bad_pictures
from brochure.layout.stylesheets.rules import refused_rules
from brochure.layout.stylesheets.tokens import parsed
from brochure.layout.stylesheets.variables import undefined

__all__ = ["wrong_styles"]


def wrong_styles(look: Look, judge: Judge) -> Iterator[Diagnostic]:
    """Findings in all stylesheets of a look; `judge` looks at the pictures they name."""
    sheets = parsed(look)
    if lost := list(unbalanced(sheets)):
        yield from lost
        return  # all else may be a consequence of a lost bracket
    yield from undefined(look, sheets)
    yield from foreign_families(look, sheets)
    yield from refused_rules(sheets)
    yield from bad_pictures(sheets, judge)
