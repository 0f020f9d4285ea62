"""print/intent: the file says for which print condition it was made, once and whole.

Rationale: without it nobody knows which ink a number means (X09, X10, X11; GWG 2022 R0035).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.pdf_file import OutputIntent, PdfFile

PRINTER = "prtr"


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """Findings about the output intent of print."""
    intents = [item for item in file.intents if item.subtype == "GTS_PDFX"]
    if not intents:
        yield rule.of_file()
        return
    if len(intents) > 1:
        yield rule.of_file("several", count=len(intents))
    intent = intents[0]
    if not intent.identifier:
        yield rule.of_file("identifier")
    elif not intent.registry:
        yield rule.of_file("registry", Severity.WARNING, name=intent.identifier)
    yield from _profile(intent, rule)


def _profile(intent: OutputIntent, rule: PrintRule) -> Iterator[Diagnostic]:
    profile = intent.profile
    if profile is None:
        yield rule.of_file("profile")
    elif not profile.profile_space:
        yield rule.of_file("damaged")
    elif profile.profile_space != "CMYK":
        yield rule.of_file("space", space=profile.profile_space)
    elif profile.components != 4:
        yield rule.of_file("components", count=profile.components)
    elif intent.profile_class != PRINTER:
        yield rule.of_file("class", found=intent.profile_class)
