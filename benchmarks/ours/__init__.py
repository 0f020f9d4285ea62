"""Our own side: one small function for each row that says how brochure does that work today.

A row that brochure can't do yet has a line in `not_yet.toml`; taking the line away starts the row.
Rows whose way of being called is not there yet end in `NotYet` and get a body with the line's end.
"""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from benchmarks import ROOT
from benchmarks.absent import NotYet, NoWay
from benchmarks.ours import merging
from benchmarks.place import Place
from benchmarks.publication import growing, photos
from benchmarks.work import Command, Resident, Work

NAME = "brochure"
BUILD = (sys.executable, "-m", "brochure", "build")
ONE = ("--format", "a5-brochure")
WEB = ("--profile", "web")
THOUSANDS = 5000
POSTER = "a1-poster"
MADE = "botschaften/de/a5-brochure.web.pdf"


def version() -> str:
    """The version and the commit that is measured."""
    from brochure import __version__

    words = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    commit = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{__version__} ({commit.stdout.strip() or 'no commit'})"


def start(place: Place) -> Work:
    """The command line's help: what every call waits for."""
    return Command([sys.executable, "-m", "brochure", "--help"], place.environment())


def cold(place: Place) -> Work:
    """The 12 pages in a new process, nothing kept by anybody."""
    return _build(place, [*ONE, *WEB], made=MADE)


def word(place: Place) -> Work:
    """A process that stays; one word of the YAML file is changed."""
    project = place.project("word")
    return Resident("benchmarks.ours.warm", project, place.environment(), edit="word")


def preview(place: Place) -> Work:
    """The same, until the picture of the page that holds the word is there."""
    raise NotYet(reasons()["preview"])


def unchanged(place: Place) -> Work:
    """40 editions that lie there are asked for again."""
    project = place.project("unchanged")
    first = project / "content/botschaften"
    for number in range(1, 40):
        shutil.copytree(first, first.with_name(f"botschaften-{number}"))
    words = [*BUILD, *ONE, *WEB, "--project", str(project)]
    subprocess.run(words, env=place.environment(), cwd=ROOT, check=True, capture_output=True)
    return Command(words, place.environment())


def web_alone(place: Place) -> Work:
    """Cold, one profile: what all profiles are compared with."""
    return _build(place, [*ONE, *WEB])


def every_profile(place: Place) -> Work:
    """Cold, all profiles of the brochure, and the pictures of its pages."""
    return _build(place, [*ONE])


def languages(place: Place) -> Work:
    """11 languages, all formats and profiles of Bochum."""
    needs("11 languages")
    return _build(place, [])


def link_warm(place: Place) -> Work:
    """12 pages from kept units, in a process that stays."""
    project = place.project("link-warm")
    return Resident("benchmarks.linked", project, place.environment(), edit="word")


def link_cold(place: Place) -> Work:
    """12 pages from kept units, in a new process."""
    project = place.project("link-cold")
    code = "import sys; from pathlib import Path; from benchmarks.linked import keep; "
    code += "keep(Path(sys.argv[1]))"
    words = [sys.executable, "-c", code, str(project)]
    subprocess.run(words, env=place.environment(), cwd=ROOT, check=True)
    target = project / "linked.pdf"
    words = [sys.executable, "-m", "benchmarks.linked", str(project), str(target)]
    return Command(words, place.environment(), made=target)


def impose(place: Place) -> Work:
    """16 pages A5 put on four sheets with all marks, in a process that stays."""
    project = place.project("impose")
    return Resident("benchmarks.imposed", project, place.environment(), edit="word")


def preflight(place: Place) -> Work:
    """The print file of 12 pages judged, in a process that stays."""
    project = place.project("preflight")
    return Resident("benchmarks.preflighted:brochure", project, place.environment(), edit="word")


def preflight_ink(place: Place) -> Work:
    """A print file of one page A1 judged with its ink, in a process that stays."""
    if not shutil.which("gs"):
        raise NoWay("Ghostscript is not installed")
    project = place.project("preflight-ink")
    allow(project, POSTER)
    return Resident("benchmarks.preflighted:poster", project, place.environment(), edit="word")


def separate(place: Place) -> Work:
    """12 pages with photographs nobody has separated yet, in a process that stays."""
    return _separating(place, "brochure")


def separate_kept(place: Place) -> Work:
    """The same, when the photographs are known."""
    return _separating(place, "brochure_kept")


def separate_poster(place: Place) -> Work:
    """One poster A1, in a process that stays."""
    return _separating(place, "poster")


def _separating(place: Place, way: str) -> Work:
    project = place.project(f"separate-{way}")
    photos.write(project)
    allow(project, POSTER)
    words = f"benchmarks.separated:{way}"
    return Resident(words, project, place.environment(place.new(f"cache-{way}")), edit="word")


def allow(project: Path, format_: str) -> None:
    """Let the publication have one more format."""
    settings = project / "content/botschaften/publication.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("formats: [", f"formats: [{format_}, "), "utf-8")


def records(place: Place) -> Work:
    """A file for each record; the cover's line differs."""
    project = place.project("records")
    merging.write(project, merging.MANY)
    return Resident("benchmarks.ours.merging", project, place.environment(), edit="record")


def thousands(place: Place) -> Work:
    """5,000 records in one run, to see whether its memory grows."""
    project = place.project("thousands")
    merging.write(project, THOUSANDS)
    options = [*ONE, *WEB, "--jobs", "1"]
    return _build(place, options, project=project, files=THOUSANDS)


def growing_to(pages: int) -> Callable[[Place], Work]:
    """A cold build of a brochure of so many pages."""

    def build(place: Place) -> Work:
        project = place.project(f"pages-{pages}")
        growing.write(project, pages)
        return _build(place, [*ONE, *WEB], project=project, name=growing.NAME)

    return build


def needs(feature: str) -> None:
    """`NotYet` as long as the feature stands in the list."""
    if feature in reasons():
        raise NotYet(reasons()[feature])


@cache
def reasons() -> dict[str, str]:
    """What brochure can't do yet, and why, by feature."""
    return tomllib.loads(Path(__file__).with_name("not_yet.toml").read_text("utf-8"))


def _build(
    place: Place,
    options: Sequence[str],
    *,
    made: str | None = None,
    project: Path = ROOT,
    name: str = "botschaften",
    files: int = 1,
) -> Work:
    """`brochure build` in a new process, which finds an empty cache each time."""
    output, cache = place.new("output"), place.new("cache")
    words = [*BUILD, name, *options, "--project", str(project), "--output", str(output)]
    return Command(
        words,
        place.environment(cache),
        before=lambda: shutil.rmtree(cache, ignore_errors=True),
        made=output / made if made else None,
        files=files,
    )
