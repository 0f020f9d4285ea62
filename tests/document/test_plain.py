"""Values as plain bytes: what is read back is what was written, or it is refused."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.diagnostics import Diagnostic, Span
from brochure.document.plain import from_bytes, to_bytes
from brochure.document.structure import Attribute, Content, LinkArea, Place, Skeleton, Structure


class Kind(StrEnum):
    ONE = "one"
    TWO = "two"


class Pair(NamedTuple):
    left: float
    right: float


@dataclass(frozen=True)
class Inner:
    data: bytes
    kind: Kind


@dataclass(frozen=True)
class Outer:
    text: str
    number: int
    pair: Pair | None
    inner: tuple[Inner, ...]
    either: tuple[Inner | Span, ...]
    named: tuple[tuple[str, bytes], ...]
    value: str | int | float | tuple[str, ...]


numbers = st.floats(allow_nan=False, allow_infinity=False)
inners = st.builds(Inner, st.binary(), st.sampled_from(Kind))
spans = st.builds(Span, st.text(), st.integers(0, 9), st.integers(0, 9))
outers = st.builds(
    Outer,
    st.text(),
    st.integers(),
    st.none() | st.builds(Pair, numbers, numbers),
    st.lists(inners).map(tuple),
    st.lists(inners | spans).map(tuple),
    st.lists(st.tuples(st.text(), st.binary())).map(tuple),
    st.text() | st.integers() | numbers | st.lists(st.text()).map(tuple),
)


@given(outers)
def test_what_is_read_back_is_what_was_written(value: Outer) -> None:
    assert from_bytes(Outer, to_bytes(value)) == value
    assert to_bytes(from_bytes(Outer, to_bytes(value))) == to_bytes(value)


def test_a_structure_that_holds_itself() -> None:
    link = LinkArea(0, ((1.0, 2.0, 3.0, 4.0),), "#a", "Mehr")
    inner = Structure("Link", (Content(0, 0, 3, "Mehr"), link), place=Place(0, 1.5, 2.0))
    outer = Structure(
        "P", (inner,), attributes=(Attribute("Layout", "BBox", (1.0, 2.0, 3.0, 4.0)),)
    )
    skeleton = Skeleton("unit", 1, "de", (outer,))
    assert from_bytes(Skeleton, to_bytes(skeleton)) == skeleton


def test_a_finding_with_its_place() -> None:
    finding = Diagnostic.of("layout/overflow", Span("a.yaml", 3, 5), variant="wide", unit="x")
    assert from_bytes(Diagnostic, to_bytes(finding)) == finding


@given(outers, st.data())
def test_what_is_cut_or_foreign_is_refused_or_read(value: Outer, data: st.DataObject) -> None:
    """Nothing but a value or `ValueError`: what is kept is hashed, so this is the second line."""
    whole = to_bytes(value)
    cut = data.draw(st.integers(0, len(whole)))
    try:
        read = from_bytes(Outer, whole[:cut])
    except ValueError:
        assert cut < len(whole)
    else:
        assert isinstance(read, Outer)
        assert from_bytes(Outer, to_bytes(read)) == read


@pytest.mark.parametrize("data", [b"", b"x", b"2\n{}", b"4\nnull", b"9\n[[],[9]]", b"7\n[[1],[]]"])
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        from_bytes(Outer, data)
