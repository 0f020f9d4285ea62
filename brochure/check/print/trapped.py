"""print/trapped: the file says whether its colours are trapped, in both places the same.

Rationale: what is trapped twice or not at all shows white gaps or dark edges; "Unknown" makes the
print shop call (X06).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile

TRAPPED = "{http://ns.adobe.com/pdf/1.3/}Trapped"
CLEAR = ("True", "False")


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when it is not said, or said in two ways."""
    told = [file.info.get("Trapped", ""), (file.xmp or {}).get(TRAPPED, "")]
    known = {word for word in told if word}
    if not known or not known <= set(CLEAR):
        yield rule.of_file()
    elif len(known) > 1:
        yield rule.of_file("contradiction", told=told[0], again=told[1])
