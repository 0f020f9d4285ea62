"""Content streams are cut into operations, and nothing of them gets lost."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf.colour.operations import UnreadableContent, operations

CONTENT = rb"""q
/P <</MCID 1/ActualText (a \(b\) Q
 /x rg \\)>>
BDC
0.1 .2 -3. rg
1 0 0 1 0 0 cm
0 0 m 1 1 l
2 2 3 3 4 4 c h
1 2 3 4 re
W* n
BT
/f0 12 Tf [<0a0b> -12 (x\)y] TJ) 3] TJ
ET
[] 0 d
true false null sc
EMC
Q"""


def test_operators_with_what_stands_before_them() -> None:
    found = [(each.operator, each.operands.split()) for each in operations(CONTENT)]
    assert [operator for operator, _ in found] == [
        *("q", "BDC", "rg", "cm", "path", "W*", "n", "BT", "Tf", "TJ", "ET", "d", "sc", "EMC", "Q")
    ]
    assert found[2] == ("rg", [b"0.1", b".2", b"-3."])
    assert found[12] == ("sc", [b"true", b"false", b"null"])


def test_they_are_the_whole_stream() -> None:
    found = list(operations(CONTENT))
    gaps = [CONTENT[a.end : b.start] for a, b in pairwise(found)]
    assert found[0].start == 0 and found[-1].end == len(CONTENT)
    assert all(not gap.strip() for gap in gaps)


@pytest.mark.parametrize("content", [b"1 2 rg }", b"q ] Q", b"(open", b"<<", b"1 0 0 rg 5"])
def test_what_is_none_is_said(content: bytes) -> None:
    with pytest.raises(UnreadableContent):
        list(operations(content))


@given(st.binary(max_size=200))
def test_any_bytes_end(content: bytes) -> None:
    with suppress(UnreadableContent):
        assert all(each.start <= each.end for each in operations(content))
