"""All peers get the same: words, pictures, twelve pages; and what is edited stands there once."""

import json
import re
from pathlib import Path

import pikepdf
import pytest

from benchmarks import ROOT, ours, rows
from benchmarks.absent import Lacking, NotYet
from benchmarks.edits import EDITS, edited
from benchmarks.ours import warm
from benchmarks.peers import chromium, typst, weasyprint
from benchmarks.place import Place
from benchmarks.publication import growing
from benchmarks.whole import demand_whole
from brochure.document.markdown import plain_text

PEERS = {peer.NAME for peer in rows.PEERS}
LETTERS = re.compile(r"\w+")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.made_in(tmp_path_factory.mktemp("bench"))


def words(text: str) -> set[str]:
    return set(LETTERS.findall(text.replace("\u00ad", "")))


def test_every_word_is_in_the_html_and_in_the_content_for_typst(place: Place) -> None:
    expected = words(" ".join(map(plain_text, place.texts)))
    html = (place.folder / "plain/index.html").read_text("utf-8")
    content = json.loads((place.folder / "plain/content.json").read_text("utf-8"))
    drawn = (place.folder / "plain/strategy.svg").read_text("utf-8")  # in the HTML as `data:`
    assert not expected - words(re.sub(r"<[^>]+>", " ", drawn) + re.sub(r"<[^>]+>", "", html))
    assert not expected - words(json.dumps(content, ensure_ascii=False))


def test_the_html_has_twelve_pages_and_finds_all_its_pictures_beside_it(place: Place) -> None:
    html = (place.folder / "plain/index.html").read_text("utf-8")
    assert html.count('<div class="sheet ') == 12
    assert "project://" not in html and "data-source" not in html
    pictures = re.findall(r'src="(pictures/[^"]+)"|url\((pictures/[^)]+)\)', html)
    assert len(pictures) == 4
    assert all((place.folder / "plain" / (a or b)).is_file() for a, b in pictures)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_one_place_of_every_source(edit: str, place: Place) -> None:
    plain = place.folder / "plain"
    peers = [plain / tool.SOURCE for tool in (weasyprint, chromium, typst)]
    for file in [*peers, ROOT / warm.SOURCE]:
        changed = edited(file.read_text("utf-8"), edit, 7)
        assert changed.count(EDITS[edit][1].format(7)) == 1
    assert place.expected(edit, 7) != place.texts


def test_an_edit_of_what_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="stands 0 times"):
        edited("nichts", "word", 1)


@pytest.mark.parametrize("pages", [12, 52, 400])
def test_a_brochure_grows_to_so_many_pages_with_contents_that_fit(pages: int) -> None:
    document = growing.document(pages)
    messages = document["messages"]
    assert isinstance(messages, list)
    assert len(messages) <= growing.CHAPTERS
    blocks = sum(len(message["blocks"]) for message in messages)
    assert blocks == (pages - growing.AROUND) * growing.PARAGRAPHS
    assert growing.document(pages) == document


def test_people_differ_and_are_the_same_again() -> None:
    people = list(growing.records(5000))
    assert len({person["id"] for person in people}) == 5000
    assert list(growing.records(5000)) == people


def test_our_own_brochure_is_whole(built: Path, place: Place) -> None:
    demand_whole(built / "a5-brochure.web.pdf", place.texts)


@pytest.mark.parametrize(
    ("page", "reason"),
    [(2, "neon.svg is not on page 2"), (10, "skyline.png is not on page 10"), (11, "a text is")],
)
def test_a_page_without_its_content_is_seen(
    page: int, reason: str, built: Path, place: Place, tmp_path: Path
) -> None:
    with pikepdf.open(built / "a5-brochure.web.pdf") as pdf:
        pdf.pages[page - 1].Contents = pdf.make_stream(b"")
        pdf.save(tmp_path / "damaged.pdf")
    with pytest.raises(Lacking, match=reason):
        demand_whole(tmp_path / "damaged.pdf", place.texts)


def test_a_page_too_few_and_an_edit_that_was_not_made_are_seen(
    built: Path, place: Place, tmp_path: Path
) -> None:
    with pikepdf.open(built / "a5-brochure.web.pdf") as pdf:
        del pdf.pages[11]
        pdf.save(tmp_path / "short.pdf")
    with pytest.raises(Lacking, match="11 pages instead of 12"):
        demand_whole(tmp_path / "short.pdf", place.texts)
    with pytest.raises(Lacking, match="optimistische7"):
        demand_whole(built / "a5-brochure.web.pdf", place.expected("word", 7))


def test_what_brochure_cannot_do_yet_is_asked_for_by_a_row(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()

    class Asked(dict[str, str]):
        def __getitem__(self, feature: str) -> str:
            asked.add(feature)
            return super().__getitem__(feature)

    known = Asked(ours.reasons())
    monkeypatch.setattr(ours, "reasons", lambda: known)
    for row in rows.ROWS:
        for maker in (maker for name, maker in row.makers.items() if name not in PEERS):
            try:
                maker(place).close()
            except NotYet as absent:
                assert str(absent) in known.values()
    assert asked == set(known)


def test_the_lock_of_the_peers_names_no_registry() -> None:
    lock = json.loads((ROOT / "benchmarks/peers/package-lock.json").read_text("utf-8"))
    assert all("resolved" not in package for package in lock["packages"].values())
    assert all("integrity" in package for name, package in lock["packages"].items() if name)
