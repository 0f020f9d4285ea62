"""access/heading-empty: a heading has words.

Rationale: without them it is a stop without a name for whoever goes from heading to heading
(PDF/UA-1 7.4; Matterhorn 14-001).
"""

from collections.abc import Iterator

from brochure.check.access.headings import heading_elements
from brochure.check.access.place import text_line, words
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each heading without words."""
    for level, element in heading_elements(tree.root):
        if level and not words(element):
            yield rule.at(text_line(element))
