"""ua/document-root: all stands in one Document of PDF 2.0.

Rationale: ISO 14289-2, 8.2.5.2; asked of files that claim PDF/UA-2.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding where it is another one, or several, or of PDF 1.7."""
    first = [file.elements[index] for index in second_part(file).roots]
    if [element.standard for element in first] != ["Document"]:
        found = " ".join(element.standard or "?" for element in first[:5])
        yield rule.of_file(found=found or "?")
    elif first[0].namespace != "pdf2":
        yield rule.of_file("namespace")
