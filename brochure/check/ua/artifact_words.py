"""ua/artifact-words: what says something is not an artifact.

Rationale: an artifact is not read at all (ISO 14289-1, 7.1; Matterhorn 01-002; ART1). Running
heads say so by their type.
"""

from collections import defaultdict
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import Box
from brochure.document.painted import TextRun
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each artifact with many words that the tree does not say as well."""
    read = plain(tagged(file).text)
    for page in file.file.pages:
        for runs in _artifacts(page).values():
            words = plain(" ".join(run.text for run in runs)).split()
            if len(words) >= rule.limit("words") and " ".join(words) not in read:
                box = Box.around(run.box for run in runs)
                text = " ".join(words)[:60]
                yield rule.at(file.span(page.number, box), text=text, count=len(words))


def _artifacts(page: PdfPage) -> dict[int, list[TextRun]]:
    """The text of artifacts without a type that says why they are artifacts, by their marks."""
    found: dict[int, list[TextRun]] = defaultdict(list)
    for item in page.texts:
        mark = item.graphics.mark
        if mark.artifact and not mark.kind and item.graphics.fill_alpha and item.colours:
            found[mark.serial].append(item)
    return found
