"""Wherever a journal ends, what was noted whole is known, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.batch.journal import (
    LINES,
    Journal,
    Line,
    last_of_each,
    latest_other,
    line_as_bytes,
    read_lines,
)
from brochure.batch.store import FolderStore
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.edition import Edition

texts = st.text(max_size=20)
spans = st.none() | st.builds(Span, texts, st.integers(0, 99), st.integers(0, 99))
findings = st.builds(
    lambda code, span, severity, value: Diagnostic.of(code, span, severity, name=value),
    texts,
    spans,
    st.sampled_from(Severity),
    texts,
)
editions = st.builds(
    Edition, texts, texts, texts, st.tuples(texts), st.none() | texts, st.none() | texts
)
inputs = st.lists(st.fixed_dictionaries({"file": texts, "sha256": texts}), max_size=3)
files = st.fixed_dictionaries(
    {"name": texts, "sha256": texts, "bytes": st.integers(0)}, optional={"inputs": inputs}
)
lines = st.builds(
    Line,
    editions,
    st.lists(files, max_size=3).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
)


@given(st.lists(lines, max_size=6), st.data())
def test_any_part_of_a_journal_tells_what_it_holds(noted: list[Line], data: st.DataObject) -> None:
    written = [line_as_bytes(line) for line in noted]
    whole = b"".join(written)
    end = data.draw(st.integers(0, len(whole)))
    ends = [sum(map(len, written[: n + 1])) for n in range(len(written))]
    # A line whose line feed alone was lost is as good as whole.
    assert list(read_lines(whole[:end])) == [
        line for line, stop in zip(noted, ends, strict=True) if stop - 1 <= end
    ]


@given(st.lists(lines, min_size=1, max_size=4), st.binary(max_size=40))
def test_a_damaged_line_costs_no_other(noted: list[Line], damage: bytes) -> None:
    torn = damage.replace(b"\n", b"") + b"\xff\n"
    written = b"".join(torn + line_as_bytes(line) for line in noted)
    assert list(read_lines(written)) == noted


@pytest.mark.parametrize("text", [b"{}", b"[]", b"1", b'{"edition":[1],"files":[],"findings":[]}'])
def test_other_json_is_no_line(text: bytes) -> None:
    assert list(read_lines(text + b"\n")) == []


def edition(number: int) -> Edition:
    return Edition("brief", "de", "dl-leaflet", ("web",), str(number), f"letter-{number}")


def made(number: int, sha256: str = "a") -> Line:
    return Line(edition(number), ({"name": "a.pdf", "sha256": sha256, "bytes": 1},))


def test_runs_add_to_one_journal_and_the_last_word_counts(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    first = Journal(store, "job")
    for number in range(LINES + 1):
        first.note(made(number))
    assert len(list(first.lines())) == LINES  # the last waits: it would be lost by a kill
    second = Journal(store, "job")
    assert len(list(second.lines())) == LINES
    second.note(Line(edition(3), findings=(Diagnostic.of("content/figure-alt"),)))
    second.note(made(5, "b"))
    second.flush()
    noted = last_of_each(Journal(store, "job").lines())
    assert len(noted) == LINES
    assert not noted[edition(3)].is_done
    assert noted[edition(5)] == made(5, "b")


def test_another_job_has_another_journal(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    first, other = Journal(store, "job"), Journal(store, "other")
    assert latest_other(first) is None
    first.note(made(1))
    first.flush()
    first.flush()
    assert list(other.lines()) == []
    assert latest_other(other) == edition(1)
    assert latest_other(first) is None


def test_what_many_were_made_from_is_in_memory_once() -> None:
    entry = {"name": "a.pdf", "inputs": [{"file": "fonts/a.ttf", "sha256": "0"}]}
    segment = b"".join(line_as_bytes(Line(edition(number), (entry,))) for number in range(2))
    one, two = read_lines(segment)
    assert one.files[0]["inputs"][0] is two.files[0]["inputs"][0]
