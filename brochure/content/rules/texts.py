"""Letters that turn a text round or pile up until nobody can read it."""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from brochure.content.rules.known import Known
from brochure.content.shape import Leaf
from brochure.content.yaml_source import name_of
from brochure.diagnostics import Diagnostic

# Embeddings, overrides and isolates can show a price backwards; the directional marks U+200E and
# U+200F, which only nudge neutral signs, may stay.
BIDI_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")
MAX_MARKS = 8


def text_rule(known: Known, leaf: Leaf) -> Iterator[Diagnostic]:
    """What no text may contain, in prose and in names alike."""
    if leaf.value.isascii():
        return
    for sign in dict.fromkeys(BIDI_OVERRIDE.findall(leaf.value)):
        span = known.values.find(leaf.path, sign)
        yield Diagnostic.of("content/bidi-override", span, character=name_of(sign))
    if pile := piled(leaf.value):
        span, count = known.values.find(leaf.path, pile), len(pile) - 1
        yield Diagnostic.of("content/combining-marks", span, count=count, limit=MAX_MARKS)


def piled(text: str) -> str:
    """The first letter that carries more combining marks than any language writes, and they."""
    letter = ""
    for is_mark, run in groupby(text, lambda sign: category(sign).startswith("M")):
        signs = "".join(run)
        if is_mark and len(signs) > MAX_MARKS:
            return letter + signs
        letter = signs[-1]
    return ""
