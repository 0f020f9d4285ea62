"""What is told of two files, and that both ways tell the same."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.catalog.comparison import compare_limits
from brochure.compare import text_changes
from brochure.comparison import Bytes, Question, compared
from brochure.diagnostics.messages import codes
from brochure.document.change import ASPECTS, Place
from brochure.document.wording import Stretch, Word
from tests.compare.files import CASES, both_ways, lines, pair, told

WORDS = ("Rathaus", "Keller", "Dach", "und", "Stadt", "Amt")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=8)
SAME_PAGE = frozenset({(1, 1)})


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    assert lines(both_ways(name)[0]) == CASES[name]["told"]


@pytest.mark.parametrize("name", CASES)
def test_the_other_way_round(name: str) -> None:
    one, other = both_ways(name)
    assert one == other.mirrored
    assert one.mirrored == other
    assert one.differs
    assert lines(one) != lines(other)


@pytest.mark.parametrize("name", CASES)
def test_other_bytes_of_the_same_file(name: str) -> None:
    data = pair(name)[1]
    assert not told(data, data + b"\n")


@given(st.sampled_from(sorted(CASES)), st.sampled_from(sorted(CASES)))
@settings(max_examples=15, deadline=None)
def test_any_two_files_both_ways(one: str, other: str) -> None:
    before, after = Bytes("a", pair(one)[1]), Bytes("b", pair(other)[0])
    without_pictures = Question(frozenset(ASPECTS) - {"pictures"})
    found = compared(before, after, without_pictures)
    assert found == compared(after, before, without_pictures).mirrored


def test_every_sort_of_change_is_told_in_a_case() -> None:
    every = {change.what for name in CASES for change in both_ways(name)[0].changes}
    assert every == {code.partition("what-")[2] for code in codes() if "compare/what-" in code}


@given(TEXTS, TEXTS)
def test_with_its_changes_one_text_is_the_other(one: list[list[str]], two: list[list[str]]) -> None:
    before, after = stretches(one), stretches(two)
    words = Counter(word for text in one for word in text)
    for change in text_changes(before, after, SAME_PAGE, compare_limits()):
        if change.kind != "moved":
            words.subtract(change.before.split())
            words.update(change.after.split())
    assert +words == Counter(word for text in two for word in text)
    assert not -words


@given(TEXTS)
def test_a_text_in_another_order_has_only_moved(texts: list[list[str]]) -> None:
    other = random.Random(0).sample(texts, len(texts))
    changes = text_changes(stretches(texts), stretches(other), SAME_PAGE, compare_limits())
    assert {change.kind for change in changes} <= {"moved"}
    assert bool(changes) == (texts != other)


def stretches(texts: list[list[str]]) -> list[Stretch]:
    return [Stretch(tuple(Word(word, Place(1)) for word in words)) for words in texts]


def test_only_what_is_asked_for() -> None:
    both = pair("a-word")
    assert [line[:5] for line in told(*both, aspects=frozenset({"text"}))] == ["text:"]
    assert not told(*both, aspects=frozenset({"boxes", "fonts"}))


def test_only_the_pages_that_are_asked_for() -> None:
    both = pair("on-both-pages")
    second = told(*both, pages=(2, 2), aspects=frozenset({"boxes", "facts"}))
    assert [line for line in second if "MediaBox" in line] == [
        "boxes: ~  page 2  MediaBox  “148.0 × 210.0 mm” → “151.7 × 211.7 mm”"
    ]
    assert not told(*pair("a-word"), pages=(2, 9))
    assert not told(*pair("a-title"), pages=(1, 9))
