"""Whatever a text says, no check crashes, and each finding can be told."""

from hypothesis import given, settings
from hypothesis import strategies as st

import brochure.check.text as room
from brochure.catalog.checks import CheckProfile
from brochure.check.registry import checks_of, judged, rules_of
from brochure.diagnostics import Span
from brochure.diagnostics.show import show
from brochure.document.blocks import (
    Figure,
    FigureBlock,
    Link,
    LinkBlock,
    ListBlock,
    ListItem,
    QuoteBlock,
    TextBlock,
)
from brochure.document.document import Document, Section, Source
from brochure.document.walk import texts
from brochure.document.writing import Writing

CHECKS = checks_of(room)
PIECES = (
    "hier", "[hier](https://a.de)", "**Fett**", "- ", "• ", "1. ", "\n", "\n\n", "\\\n", "z. B. ",
    "TODO", "die die", "S o m m e r", "GROSS UND LAUT", "ÖPNV", "(", ")", "„", "“", '"', "✓", "→",
    "siehe rechts", "\u00ad", "\u00a0", "\u200b", "\u202e", "a\u0308", "Plаtz", "3. Mai.", "[", "]",
    "{lang=en}", "nicht", "wird gemacht", "des Hauses", "08:00 Uhr", "\\", "*", "_", "@", ".", "…",
    "https://", "Bild von", "The words of this text are English. ", "\U0001f468\u200d\U0001f469",
)  # fmt: skip
words = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@st.composite
def writings(draw: st.DrawFn) -> Writing:
    """Any texts in each place; the file has them one after the other, some of them changed."""
    a, b, c, d = (draw(words) for _ in range(4))
    blocks = (
        TextBlock(id="a", text=a),
        ListBlock(id="b", list=(ListItem(id="c", text=b), ListItem(id="d", text=c))),
        FigureBlock(id="e", figure=Figure(picture="a.svg", alt=d, caption=a)),
        FigureBlock(id="f", figure=Figure(picture="b.svg", alt=d)),
        QuoteBlock(id="g", quote=c),
        LinkBlock(id="h", link=Link(url="https://a.de", label=b)),
    )
    one = Section(id="x", heading=draw(words), blocks=blocks)
    document = Document(title=d, description=a, introduction=one, messages=(one,), imprint=one)
    places, file = {}, ""
    for path, _, text in texts(document):
        line = file.count("\n") + 1
        places[path] = Span("de.yaml", line, len(file.rsplit("\n", 1)[-1]) + 1)
        file += draw(st.sampled_from((text, text[:3], ""))) + draw(st.sampled_from("\n ,"))
    language = draw(st.sampled_from(["de", "en", "tr", "de-AT", "x"]))
    return Writing(Source(document, language, "de.yaml", places, {}), file)


@settings(deadline=None, max_examples=150)
@given(writings(), st.sampled_from(["web", "leichte-sprache", "poster"]))
def test_no_check_crashes(writing: Writing, profile: str) -> None:
    rules = rules_of(CheckProfile.named(profile).rules, "de.yaml")
    for outcome in judged(CHECKS, writing, rules):
        assert outcome.status != "crashed", outcome.findings
        for finding in outcome.findings:
            assert show(finding, "de", lambda _: writing.file_text.splitlines())
