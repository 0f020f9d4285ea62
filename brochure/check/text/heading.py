"""text/heading: a heading names its part, in a few words and differently from the others.

Rationale: headings are the way through a document, in its bookmarks and in the list of a screen
reader; two that are the same can't be told apart there (WCAG 2.4.6; Matterhorn 14-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing
from brochure.prose.sentences import sentences

NEXT = "Mehr."
"""A sentence behind a heading: one that ends with an abbreviation goes on into it."""


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each heading that was there before, is long, or ends like a sentence."""
    first: dict[str, int] = {}
    for passage in writing.of("heading"):
        text, span = " ".join(passage.text.split()), writing.place(passage.path)
        before = first.setdefault(text.casefold(), span.line)
        if before != span.line:
            yield rule.at(span, words=shortened(text), line=before)
        if len(text) > rule.limit("most_letters"):
            yield rule.at(span, "long", count=len(text), most=f"{rule.limit('most_letters'):g}")
        if text.count(".") == 1 and len(sentences(f"{text} {NEXT}", writing.language)) > 1:
            yield rule.at(span, "full-stop", words=shortened(text))
