"""text/language: a text is in the language it says it is in.

Rationale: a screen reader pronounces by the declared language, words are divided by its rules, and
a translation that was forgotten shows here (WCAG 3.1.1 and 3.1.2; Matterhorn 11-007). Short texts
and names can't be judged, and are not.
"""

import re
from collections.abc import Iterator

from brochure.catalog.wording import pattern, wording
from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Passage, Writing
from brochure.prose.detection import detected, is_there

WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"[\"„“«‚][^\"“”»‘]{0,300}[\"“”»‘]|(?:https?://|www\.)\S+|\S{1,80}@\S+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each paragraph that is clearly in another language."""
    declared, among = writing.language.partition("-")[0], frozenset(rule.limits["among"])
    if declared not in among:
        raise Skipped("text/skipped/language")
    if not is_there():
        raise Skipped("text/skipped/no-detector")
    for passage in writing.of(*rule.limits["keys"]):
        words = _judged(writing, passage)
        if _is_clear(words, declared, rule):
            continue
        language, confidence = detected(words)
        sure = language in among and confidence >= rule.limit("confidence")
        if sure and language != declared:
            span = writing.place(passage.path, passage.text)
            shown = shortened(passage.text, 40)
            yield rule.at(span, found=language, declared=declared, words=shown)


def _judged(writing: Writing, passage: Passage) -> str:
    """What a passage says itself: no quotations, addresses, names, words marked as foreign."""
    text = QUOTED.sub(" ", passage.paragraph.own)
    names = pattern(writing.language, "names")
    return names.sub(" ", text) if names else text


def _is_clear(words: str, declared: str, rule: Rule) -> bool:
    """Whether there is too little to judge, or no doubt: two different words of its grammar."""
    found = WORD.findall(words.casefold())
    grammar = frozenset(wording(declared).get("function_words", ())) & set(found)
    few = sum(map(len, found)) < rule.limit("letters") or len(found) < rule.limit("words")
    return few or len(grammar) >= rule.limit("grammar")
