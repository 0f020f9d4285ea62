"""ua/layers: layers have names and do not switch by themselves.

Rationale: a person chooses by the name; what comes and goes with the zoom is not there for a
screen reader (ISO 14289-1, 7.10; ISO 14289-2, 8.7; Matterhorn 20-001 to 20-003).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each set of layers that is wrong."""
    configs = tagged(file).layers
    # Of one set alone PDF/UA-2 asks for no name, as there is nothing to choose from.
    asked = configs if len(configs) > 1 or not file.is_second_part else ()
    yield from (rule.of_file() for config in asked if not config.name)
    yield from (rule.of_file("switches") for config in configs if config.switches)
