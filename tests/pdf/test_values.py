"""Values are read as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf.syntax import reference, string
from brochure.pdf.values import Value, floats, named, parsed, parsed_dictionary, written

ATOMS = st.sampled_from(
    [b"1", b"-.5", b"/Name#20x", b"true", b"null", b"<0a>", b"(a\\)>>)", reference("unit/1 a")]
) | st.text(max_size=8).filter(lambda text: "\0" not in text).map(string)
KEYS = st.text("abcXYZ019.-", min_size=1, max_size=5)
VALUES: st.SearchStrategy[Value] = st.recursive(
    ATOMS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=12
)


@given(VALUES)
def test_what_is_written_is_read_again(value: Value) -> None:
    assert parsed(written(value)) == value


def test_questions() -> None:
    found = parsed_dictionary(b"<</A [1 -2.5]/B \0unit/1\0/C<</D /E>>>>")
    assert floats(found["A"]) == (1, -2.5)
    assert named(found["B"]) == "unit/1"
    assert named(found["A"]) is None
    assert found["C"] == {"D": b"/E"}
