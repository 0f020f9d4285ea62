"""text/plain-language: how hard a text is to read, and its hardest sentences.

Rationale: WCAG 3.1.5 and DIN 8581-1 ask for text that its readers understand. Formulas measure
lengths only, so they are information: Flesch by Amstad, the first Wiener Sachtextformel and LIX for
German, Flesch and LIX for English, LIX alone for other languages.
"""

from collections.abc import Iterator
from typing import Any

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.check.text.running import running_sentences
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing
from brochure.prose.readability import Measures, letters, measured
from brochure.prose.sentences import Sentence


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """The figures of the whole text, and a finding for each of its hardest sentences."""
    placed = list(running_sentences(writing))
    figures = measured([sentence for sentence, _ in placed], writing.language)
    if figures is None or figures.words < rule.limit("least_words"):
        return
    yield rule.of_file(_formula(writing.language), **_values(figures))
    least, lix = rule.limit("least_words_a_sentence"), rule.limit("lix")
    hard = [item for item in placed if _hardness(item[0]) > lix and len(item[0].words) >= least]
    hardest = sorted(hard, key=lambda item: -_hardness(item[0]))[: int(rule.limit("worst"))]
    for sentence, hit in hardest:
        hardness, words = f"{_hardness(sentence):.0f}", len(sentence.words)
        shown = shortened(sentence.text)
        yield rule.at(hit.span, "sentence", words=words, lix=hardness, sentence=shown)


def _formula(language: str) -> str:
    return {"de": "", "en": "english"}.get(language.partition("-")[0], "other")


def _values(figures: Measures) -> dict[str, Any]:
    return {
        "sentences": figures.sentences,
        "length": f"{figures.words_a_sentence:.1f}",
        "amstad": f"{figures.amstad:.0f}",
        "flesch": f"{figures.flesch:.0f}",
        "wiener": f"{figures.wiener:.1f}",
        "lix": f"{figures.lix:.0f}",
    }


def _hardness(sentence: Sentence) -> float:
    """LIX of one sentence, which tells long words too."""
    words = sentence.words
    return len(words) + 100 * sum(letters(word) > 6 for word in words) / max(1, len(words))
