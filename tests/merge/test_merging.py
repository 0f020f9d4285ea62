"""The letter to every quarter: which editions are planned, what stands in them, what is shared."""

from dataclasses import replace
from pathlib import Path

import pytest

from brochure.diagnostics import Problems, Severity
from brochure.document.edition import Edition, Order
from brochure.document.walk import texts
from brochure.merge.template import merge
from brochure.merging import records_of, report_of, template_of
from brochure.planning import UnknownName, plan
from brochure.project import Project
from brochure.reading import read_source
from brochure.selection import remarks

HERE = Path(__file__).parent


def spoil(project: Project, old: str, new: str, file: str = "data/quartiere.csv") -> None:
    path = project.root / "content/brief" / file
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_editions_and_their_texts(brief: Project, request: pytest.FixtureRequest) -> None:
    """Read merged.txt as somebody who gets one of the letters."""
    editions = plan(brief, Order(languages=("de",)))
    lines = [f"{item.record}: {item.folder}/{item.file_name('web', 'pdf')}" for item in editions]
    for edition in editions[:3]:
        source = read_source(brief, edition)
        lines += ["", f"== {edition.record}"]
        lines += [f"{'.'.join(map(str, path))}: {text}" for path, _, text in texts(source.document)]
    found, expected = "\n".join(lines) + "\n", HERE / "merged.txt"
    if request.config.getoption("--update"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        (Order(records=("Hamme",)), ["Hamme"]),
        (Order(records=("Har*", "G*")), ["Grumme", "Gerthe", "Harpen"]),
        (Order(numbered=(4, 5)), ["Riemke", "Grumme"]),
        (Order(numbered=(19, 99)), ["Kornharpen"]),
        (Order(records=("H*",), numbered=(1, 2)), ["Hamme", "Hordel"]),
    ],
)
def test_only_some_records(brief: Project, order: Order, keys: list[str]) -> None:
    assert [edition.record for edition in plan(brief, order)] == keys


def test_a_record_that_is_not_there(brief: Project) -> None:
    with pytest.raises(UnknownName) as caught:
        plan(brief, Order(records=("Hamme", "Homme")))
    assert (caught.value.kind, caught.value.name) == ("record", "Homme")


def test_a_bad_record_stops_all_but_those_that_do_without_it(brief: Project) -> None:
    spoil(brief, "9.119", "viele")
    with pytest.raises(Problems) as caught:
        plan(brief, Order())
    assert [item.code for item in caught.value.diagnostics] == ["records/not-a-number"]
    assert len(plan(brief, Order(records=("Hamme",)))) == 1
    skipping = Order(skip_bad_records=True)
    assert "Hordel" not in [edition.record for edition in plan(brief, skipping)]
    told = remarks(brief, "brief", skipping)
    assert [item.code for item in told] == ["records/not-a-number", "records/left-out"]
    assert {item.severity for item in told} == {Severity.WARNING}
    assert dict(told[1].values)["keys"] == "Hordel"


def test_when_no_record_is_good_none_can_be_left_out(brief: Project) -> None:
    spoil(brief, "9.119", "viele")
    with pytest.raises(Problems):
        plan(brief, Order(records=("Hordel",), skip_bad_records=True))


def test_many_findings_are_counted(brief: Project) -> None:
    path = brief.root / "content/brief/data/quartiere.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    row = lines[1].split(";", 1)[1].replace("ja", "vielleicht")
    path.write_text("\n".join([lines[0], *(f"Q{n};{row}" for n in range(150))]), "utf-8")
    with pytest.raises(Problems) as caught:
        plan(brief, Order())
    *_, last = caught.value.diagnostics
    assert len(caught.value.diagnostics) == 101
    assert (last.code, dict(last.values)["count"]) == ("records/more", "50")


def test_what_no_record_changes_is_the_same_object(brief: Project) -> None:
    template, records = template_of(brief, "brief", "de"), records_of(brief, "brief")
    one, other = (merge(template, records.record(index)) for index in (0, 1))
    assert template.sections == {"einleitung", "geld", "termin", "impressum"}
    for section, twin in zip(one.document.messages, other.document.messages, strict=True):
        assert (section is twin) is (section.id not in template.sections)
    assert one.places is other.places
    assert one.document.introduction.blocks[1] is not other.document.introduction.blocks[1]
    assert one.document.imprint.blocks[0] is other.document.imprint.blocks[0]


def test_nothing_stands_in_for_a_value_in_what_is_read(brief: Project) -> None:
    for edition in plan(brief, Order()):
        source = read_source(brief, edition)
        shown = [text for _, _, text in texts(source.document)]
        assert not [text for text in shown if "recordvalue" in text]
        assert len(set(template_of(brief, "brief", "de").paths)) > 10


def test_what_was_read_is_read_again_when_it_changes(brief: Project) -> None:
    (edition,) = plan(brief, Order(records=("Hordel",)))
    assert report_of(brief, "brief") is report_of(brief, "brief")
    spoil(brief, "9.119", "12.345")
    spoil(brief, "Liebe Menschen in", "Guten Tag,", "de.yaml")
    source = read_source(brief, edition)
    assert source.document.introduction.heading == "Guten Tag, Hordel"
    assert "12.345" in source.document.introduction.blocks[0].text  # type: ignore[union-attr]


def test_a_record_that_is_gone(brief: Project) -> None:
    (edition,) = plan(brief, Order(records=("Hamme",)))
    with pytest.raises(Problems) as caught:
        read_source(brief, replace(edition, record="Homme"))
    assert [item.code for item in caught.value.diagnostics] == ["records/unknown"]


def test_names_of_files() -> None:
    edition = Edition("a", "de", "a2-poster", ("web",), "x", "brief-x")
    assert edition.file_name("web", "pdf") == "brief-x.web.pdf"
    assert edition.file_name("web", "pdf", 3) == "brief-x-3.web.pdf"
    assert replace(edition, name=None).file_name("html", "html") == "a2-poster.html"


def test_two_records_keep_their_files_in_one_folder(tmp_path: Path) -> None:
    """What an edition used to have goes away; what its neighbour has stays."""
    from brochure.document.edition import Artifact
    from brochure.output import write_edition

    def write(record: str, name: str) -> None:
        edition = Edition("a", "de", "a5-brochure", ("html",), record, name)
        file = edition.file_name("html", "html")
        made = Artifact(file, edition, "html", record.encode(), 0, record, "de")
        write_edition(tmp_path, [made])

    write("one", "brief-one")
    write("other", "brief-other")
    write("one", "letter-one")
    names = sorted(path.name for path in (tmp_path / "a/de").iterdir())
    assert names == ["brief-other.html", "letter-one.html", "manifest.json"]


def test_publications_without_records_are_left_alone(brief: Project) -> None:
    folder = brief.root / "content/plain"
    folder.mkdir()
    settings = (brief.root / "content/brief/publication.yaml").read_text().split("data:")[0]
    (folder / "publication.yaml").write_text(settings)
    editions = plan(brief, Order())
    assert {edition.record for edition in editions if edition.publication == "plain"} == {None}
    chosen = plan(brief, Order(numbered=(1, 1)))
    assert [edition.publication for edition in chosen] == ["brief"]
