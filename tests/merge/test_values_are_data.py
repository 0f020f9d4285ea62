"""Whatever signs a value has, they are shown: it is never markup, never an expression."""

from html import unescape
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.records.types import Reading, Wrong, reader_of
from brochure.document.data import Field
from brochure.document.markdown import links, plain_text
from brochure.html.markdown import inline, paragraphs
from brochure.merge.meaning import Scope
from brochure.merge.text import markdown, plain

FIELDS = {"a": Field(type="text"), "b": Field(type="text")}
SCOPE = Scope(FIELDS, "de")
READ = reader_of(FIELDS["a"], Reading("de", {}))
MARKUP = ("{{", "}}", "](", "]{lang=en}")
SIGNS = st.sampled_from((*"*_[](){}<>\\!`~#|&;:\"'=+-. \t\naä1@/", *MARKUP))
TEXTS = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), min_size=1).map("".join)
AROUND = ["", "Wort ", "**", "[Wort]", "Wort\\", "*[", "(", "{{ '{{' }}"]


def as_read(cell: str) -> str | None:
    try:
        return str(READ(cell))
    except Wrong:
        return None


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(AROUND))
def test_a_value_in_markdown_is_its_own_text(one: str, other: str, before: str) -> None:
    values = {"a": as_read(one), "b": as_read(other)}
    if None in values.values():
        return
    template = markdown(f"{before}{{{{ record.a }}}} – {{{{ record.b }}}}", SCOPE)
    written = template.of(values)
    literal = before.replace("{{ '{{' }}", "{{")
    assert plain_text(written) == f"{literal}{values['a']} – {values['b']}"
    assert links(written) == []
    assert unescape(str(inline(written))) == f"{literal}{values['a']} – {values['b']}".strip()
    assert len(paragraphs(written)) == 1


@settings(deadline=None)
@given(TEXTS)
def test_a_value_in_a_link_is_a_part_of_its_address(cell: str) -> None:
    if (value := as_read(cell)) is None:
        return
    template = markdown("[{{ record.a }}](https://bochum.de/{{ record.a }}/x)", SCOPE)
    written = template.of({"a": value})
    (target,) = links(written)
    assert unquote(target) == f"https://bochum.de/{value}/x"
    assert plain_text(written) == value


@settings(deadline=None)
@given(TEXTS)
def test_a_value_in_prose_is_itself(cell: str) -> None:
    if (value := as_read(cell)) is not None:
        assert plain("„{{ record.a }}“", SCOPE).of({"a": value}) == f"„{value}“"


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    from brochure.merge.expression import Fault

    for read in (plain, markdown):
        try:
            assert isinstance(read(text, SCOPE).of({"a": "x", "b": "y"}), str)
        except Fault as fault:
            assert 0 <= fault.at <= len(text)
