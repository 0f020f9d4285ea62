"""print/group-space: transparency is worked out in the inks of the press.

Rationale: a group in RGB turns its inks into RGB and back: black text becomes four inks (X19;
GWG 2022 R0030).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import Group, PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each group whose space is named and is another one."""
    for page in file.pages:
        for group in dict.fromkeys(page.groups):
            if group.space and not _is_ink(group):
                yield rule.on_page(page, group.kind, space=group.space.shown)


def _is_ink(group: Group) -> bool:
    """A mask by its lightness may be worked out in grey as well."""
    allowed = ("DeviceCMYK", "DeviceGray") if group.kind == "luminosity" else ("DeviceCMYK",)
    return group.space is not None and group.space.family in allowed
