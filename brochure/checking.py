"""What all checks find: of a PDF, whoever made it, and of the text and pages it was made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from brochure import cache
from brochure.catalog import CheckProfile, Variant
from brochure.check.print.rule import Paper, PrintRule
from brochure.check.registry import Check, all_checks, outcome, rules_of, switched_off
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.plain import from_bytes, to_bytes
from brochure.versions import all_versions

KIND, FORMAT = "checked-files", 1
PRINT = "print/"
NO_SOURCE, NOT_READ = "check/skipped/no-source", "check/skipped/not-read"
Subjects = Mapping[type, Callable[[], Any]]
"""For each kind of thing that is looked at, what reads it when the first check asks."""


@dataclass(frozen=True)
class CheckOrder:
    """What a thing is judged by: a profile of checks, and for print the variant and the paper."""

    profile: CheckProfile
    variant: Variant | None = None
    paper: Paper | None = None

    @classmethod
    def named(cls, name: str, paper: Paper | None = None) -> "CheckOrder":
        """The profile of that name with its variant for print; `KeyError` when there is none."""
        profile = CheckProfile.named(name)
        return cls(profile, Variant.named(profile.variant) if profile.variant else None, paper)

    def rules(self, file: str) -> dict[str, Rule]:
        """The rules of all checks that are asked for."""
        rules = rules_of(self.profile.rules, file)
        if self.variant:
            found = rules_of(self.variant.rules, file)
            rules |= {
                id_: PrintRule(rule.id, rule.level, rule.limits, file, self.paper)
                for id_, rule in found.items()
            }
        return rules


def check_pdf(data: bytes, name: str, order: CheckOrder) -> Checked:
    """What all checks find that need no source; `name` is how a person calls the file."""
    digest = sha256(data).hexdigest()
    key = cache.key_of(digest, name, order, all_versions(), FORMAT)
    if (kept := cache.recall(KIND, key)) is not None:
        return from_bytes(Checked, kept)
    checked = _checked_pdf(data, name, order)
    if not checked.crashed:
        cache.keep(KIND, key, to_bytes(checked))
    return checked


def _checked_pdf(data: bytes, name: str, order: CheckOrder) -> Checked:
    from brochure.pdf.content import Locked, NoPdf

    file = _PdfSubjects(data, name)
    try:
        pages = len(file.tagged.file.pages)
    except Locked:
        return Checked(name, unread=(Diagnostic.of("print/locked", Span(name)),), file=name)
    except NoPdf:
        return Checked(name, unread=(Diagnostic.of("print/no-pdf", Span(name)),), file=name)
    outcomes = tuple(outcomes_of(file.subjects(), order.rules(name)))
    return Checked(name, pages, outcomes, file=name)


class _PdfSubjects:
    """A PDF in every way in which checks look at it; each is read once, when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name

    @cached_property
    def tagged(self) -> Any:
        """Its structure, with its pages."""
        from brochure.pdf.structure import read_tagged

        return read_tagged(self._data, self._name)

    @cached_property
    def rendered(self) -> Any:
        """What its pages look like."""
        from brochure.pdf.rendering import rendered_file

        return rendered_file(self._data, self._name)

    @cached_property
    def pictures(self) -> Any:
        """The words that its pictures show."""
        from brochure.picture_reading import read_pictures

        return read_pictures(self._data, self._name)

    def subjects(self) -> Subjects:
        """What reads it, by the type that checks name."""
        from brochure.document.pdf_file import PdfFile
        from brochure.document.pictured_text import ReadPictures
        from brochure.document.rendered import RenderedFile
        from brochure.document.tagged_file import TaggedFile

        return {
            TaggedFile: lambda: self.tagged,
            PdfFile: lambda: self.tagged.file,
            RenderedFile: lambda: self.rendered,
            ReadPictures: lambda: self.pictures,
        }


def outcomes_of(subjects: Subjects, rules: Mapping[str, Rule]) -> Iterator[Outcome]:
    """How every check ends; one that needs something that is not there is skipped, and says so."""
    for id_, check in all_checks().items():
        if id_ not in rules:
            yield switched_off(id_)
        elif (read := subjects.get(check.looks_at)) is None:
            yield Outcome(id_, "skipped", reason=NO_SOURCE)
        else:
            yield _outcome(check, read, rules[id_])


def _outcome(check: Check, read: Callable[[], Any], rule: Rule) -> Outcome:
    """A thing that can't be read is a crash of each check that needs it, which is told once."""
    try:
        subject = read()
    except Exception as error:  # foreign files break libraries in ways that nobody lists
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        finding = Diagnostic.of("check/unread", Span(rule.file), error=told)
        return Outcome(check.id, "crashed", (finding,))
    return outcome(check, subject, rule)
