"""What is measured: each row is one kind of work, done by turns by all that can do it."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from benchmarks import ours
from benchmarks.absent import NoWay
from benchmarks.peers import chromium, pagedjs, typst, vivliostyle, weasyprint
from benchmarks.place import Place
from benchmarks.work import Command, Resident, Work

PEERS = (weasyprint, chromium, vivliostyle, pagedjs, typst)
Maker = Callable[[Place], Work]


@dataclass(frozen=True)
class Row:
    """One row: who does the work, how often, and which figures tell it."""

    name: str
    title: str
    makers: Mapping[str, Maker]
    figures: tuple[str, ...] = ("wall",)
    rounds: tuple[int, int] = (5, 9)
    """In a quick series, and in a full one; none means that it is left out."""
    edit: str | None = None
    """The edit whose text the files must show; none where the text is as it was."""
    whole: bool = False
    """Whether the files must be the 12 pages of Bochum."""
    pages: Mapping[str, int] | None = None
    """How many pages each one makes, where the row is about growth."""
    quick: tuple[str, ...] = ()
    """Who takes part in a quick series, if not all."""


def _cold(peer: ModuleType) -> Maker:
    def make(place: Place) -> Work:
        cache, output = place.new("cache"), place.new("output")
        return Command(
            peer.cold(place.plain("cold"), output / "made.pdf"),
            place.environment(cache),
            before=lambda: _emptied(cache, output),
            made=output / "made.pdf",
        )

    return make


def _emptied(*folders: Path) -> None:
    """What a run before has left would be a cache."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()


def _warm(peer: ModuleType, edit: str) -> Maker:
    def make(place: Place) -> Work:
        if not hasattr(peer, "warm"):
            raise NoWay("it starts a browser for every build")
        peer.version()
        python = {"python": peer.python()} if hasattr(peer, "python") else {}
        folder = place.plain(edit)
        return Resident(peer.__name__, folder, place.environment(), edit=edit, **python)

    return make


def _beside(own: Maker, theirs: Callable[[ModuleType], Maker]) -> dict[str, Maker]:
    return {ours.NAME: own, **{peer.NAME: theirs(peer) for peer in PEERS}}


def _alone(own: Maker) -> dict[str, Maker]:
    return {ours.NAME: own}


SIZES = (12, 52, 100, 200, 400)

ROWS = (
    Row("start", "`brochure --help`", _alone(ours.start)),
    Row("unchanged", "nothing changed, 40 editions", _alone(ours.unchanged), ("wall", "cpu")),
    Row(
        "word",
        "one word changed, 12 pages, warm → finished PDF",
        _beside(ours.word, lambda peer: _warm(peer, "word")),
        ("wall", "cpu", "memory"),
        edit="word",
        whole=True,
    ),
    Row("preview", "one word changed → preview picture", _alone(ours.preview)),
    Row(
        "cold",
        "cold build, 12 pages, no cache",
        _beside(ours.cold, _cold),
        ("wall", "cpu", "memory"),
        whole=True,
    ),
    Row(
        "profiles",
        "`web` + `archive` + `print` + `html` + pictures",
        {ours.NAME: ours.every_profile, "brochure, `web` alone": ours.web_alone},
        ("wall", "cpu"),
    ),
    Row("link-warm", "link of 12 kept pages, warm", _alone(ours.link_warm), ("cpu",)),
    Row("link-cold", "link of 12 kept pages, new process", _alone(ours.link_cold)),
    Row(
        "separate",
        "12 pages made PDF/X-4, four new photos of 2 MB",
        _alone(ours.separate),
        ("cpu", "memory"),
    ),
    Row("separate-kept", "the same, with photos it knows", _alone(ours.separate_kept), ("cpu",)),
    Row("separate-poster", "a poster A1 made PDF/X-4", _alone(ours.separate_poster), ("cpu",)),
    Row("impose", "16 pages A5 on sheets, saddle stitch", _alone(ours.impose), ("cpu",)),
    Row("preflight", "preflight of 12 pages, without ink", _alone(ours.preflight), ("cpu",)),
    Row(
        "preflight-ink",
        "preflight of a poster A1, with ink",
        _alone(ours.preflight_ink),
        ("cpu", "memory"),
    ),
    Row(
        "records",
        "a record merged, one panel of 12 pages differs",
        _beside(ours.records, lambda peer: _warm(peer, "record")),
        ("rate", "wall", "memory"),
        (5, 25),
        edit="record",
        whole=True,
    ),
    Row("languages", "11 languages × all formats and profiles", _alone(ours.languages)),
    Row("thousands", "5,000 records in one run", _alone(ours.thousands), ("memory",), (0, 1)),
    Row(
        "pages",
        "cold build of more and more pages",
        {f"{pages} pages": ours.growing_to(pages) for pages in SIZES},
        ("wall", "cpu", "memory"),
        (1, 3),
        pages={f"{pages} pages": pages for pages in SIZES},
        quick=tuple(f"{pages} pages" for pages in SIZES[:3]),
    ),
)
