"""Places in words."""

from brochure.diagnostics.messages import say
from brochure.report.told import Told


def place_words(finding: Told, language: str) -> str:
    """Where a finding is: `file:line:column`, the page, or both; empty where it is about all."""
    source = ":".join([finding.file, *(str(n) for n in (finding.line, finding.column) if n)])
    page = page_words(finding, language) if finding.page else ""
    return " · ".join(filter(None, (source if finding.line or not page else "", page)))


def page_words(finding: Told, language: str) -> str:
    """The page, and where on it."""
    page = say("report/page", language, number=finding.page)
    if not finding.area:
        return page
    left, top = (f"{number:.0f}" for number in finding.area[:2])
    return f"{page}, {say('report/at', language, left=left, top=top)}"
