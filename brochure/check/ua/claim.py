"""ua/claim: the metadata says which part of PDF/UA the file follows.

Rationale: readers and checkers go by it (ISO 14289-1, 5; ISO 14289-2, 5; Matterhorn 06-002). A
file without the claim may be as good as one with it; a wrong claim misleads.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedFile

PARTS = ("1", "2")
YEAR = re.compile(r"\d{4}")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a missing claim, and for each thing that is wrong about one."""
    part = tagged(file).claims.get("part")
    if file.file.xmp is None:
        return  # of which `ua/metadata` tells
    if part is None:
        yield rule.of_file()
        return
    if part not in PARTS:
        yield rule.of_file("part", Severity.ERROR, part=part)
    if file.ua_prefix and file.ua_prefix != "pdfuaid":
        yield rule.of_file("prefix", Severity.ERROR, prefix=file.ua_prefix)
    if part == "2" and not YEAR.fullmatch(file.claims.get("rev", "")):
        yield rule.of_file("year", Severity.ERROR)
