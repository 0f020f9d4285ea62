"""ua/symbol: a symbol that stands for words says them.

Rationale: a telephone as a sign is read as «black telephone», or not at all (WCAG 1.1.1; TXT5).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_within, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element that shows such a symbol without words for it."""
    symbols = set(rule.limits["symbols"])
    for element in tagged(file).elements:
        if not element.own_contents or element.standard == "Lbl":
            continue
        text = file.text_of(element)
        found = sorted(symbols & set(text))
        has_words = element.alt or element.actual or is_within(file, element, ("Lbl",))
        if found and not has_words:
            code = f"U+{ord(found[0]):04X}"
            yield rule.at(file.span_of(element), symbol=found[0], code=code, text=text[:40])
