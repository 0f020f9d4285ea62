"""What the declaration of accessibility needs (Erklärung zur Barrierefreiheit), for one file.

The model of the European Union asks how far a file complies, what does not, and how that was found
out (Commission Implementing Decision (EU) 2018/1523, annex). A program can't declare: what needs a
person and has no signature makes a file comply in part at most.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brochure.document.examined import Examined
from brochure.report.matterhorn import Answer, answers
from brochure.report.texts import text

UNANSWERED = frozenset({"open", "unchecked", "waived"})


@dataclass(frozen=True)
class Statement:
    """The rows of the Matterhorn Protocol, by what answers them."""

    answers: tuple[Answer, ...]

    @property
    def level(self) -> str:
        """`none` where a row is not met, `part` where one is not answered, else `full`."""
        kinds = {answer.kind for answer in self.answers}
        return "none" if "failed" in kinds else "part" if kinds & UNANSWERED else "full"

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows each answer has."""
        found: dict[str, int] = {}
        for answer in self.answers:
            found[answer.kind] = found.get(answer.kind, 0) + 1
        return found

    def of(self, *kinds: str) -> Iterator[Answer]:
        """The rows with these answers."""
        return (answer for answer in self.answers if answer.kind in kinds)


def statement(item: Examined, rationales: Mapping[str, str]) -> Statement:
    """Every row, answered."""
    return Statement(answers(item, rationales))


def statement_as_markdown(
    item: Examined, rationales: Mapping[str, str], date: str, language: str
) -> bytes:
    """The statement for a page of a web site that is written in Markdown."""
    return _as("statement.md.j2", item, rationales, date, language)


def statement_as_html(
    item: Examined, rationales: Mapping[str, str], date: str, language: str
) -> bytes:
    """A piece of HTML to put into a page: no head, no style."""
    return _as("statement.html.j2", item, rationales, date, language)


def _as(
    template: str, item: Examined, rationales: Mapping[str, str], date: str, language: str
) -> bytes:
    found = statement(item, rationales)
    page = text(template, item=item, statement=found, date=date, language=language)
    return page.encode("utf-8", "replace")
