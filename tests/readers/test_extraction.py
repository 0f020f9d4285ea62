"""What assistive technology gets: each reader reads the words of the source, through the tree.

PDFium is Chrome's reader, poppler that of Linux desktops, pdf.js that of Firefox. Where one of them
can't give what is in the file, that stands in `LIMITS`, with the reason.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from brochure.catalog import Format, Language
from brochure.document.document import Document
from brochure.document.edition import Edition
from brochure.document.markdown import plain_text
from brochure.document.walk import texts
from brochure.html import expected_texts, units_of
from brochure.language import typeset
from brochure.project import Project
from brochure.reading import read_source
from tests.cases.test_cases import project
from tests.editions.conftest import ROOT, built
from tests.pdf.conftest import Make, make
from tests.pdf.tagged import Item, Tagged
from tests.pdf.tags.test_cases import CASES
from tests.readers import pdfium, pdfjs, poppler
from tests.readers.element import LINE_END, Element, is_same, words_of

__all__ = ["built", "make", "project"]

READERS = ("pdfium", "poppler", "pdfjs")
PROFILES = ("web", "archive")
EDITIONS = [
    *(f"botschaften/{name}" for name in ("a5-brochure", "dl-leaflet")),
    *(f"botschaften/a2-poster-{number}" for number in range(1, 6)),
    "all-blocks/a5-brochure",
]
FILES = [f"{edition}.{profile}.pdf" for edition in EDITIONS for profile in PROFILES]
NOT_PRINTED = {"description", "keywords", "alt", "licence"}
BESIDE = {"figure"}
"""A figure's words stand where the figure is, which may open its spread."""

GROUPS = "marked content of a group is not found, only that of the page itself"
TOLD = "it does not heed ActualText"
PARAGRAPH_END = re.compile(r"\n\s*\n")
LIMITS = {
    ("opacity", "pdfium"): GROUPS,
    ("opacity", "pdfjs"): GROUPS,
    ("opacity-nested", "pdfium"): GROUPS,
    ("opacity-nested", "pdfjs"): GROUPS,
    ("rtl", "poppler"): TOLD,
    ("rtl", "pdfjs"): TOLD,
    ("rtl-list", "poppler"): TOLD,
    ("symbol", "poppler"): TOLD,
    ("symbol", "pdfjs"): TOLD,
    ("uppercase", "poppler"): TOLD,
    ("uppercase", "pdfjs"): TOLD,
    ("letter-spacing", "pdfjs"): TOLD,
    ("fragment-columns", "poppler"): "what lies beyond the page is left out",
    ("fragment-columns", "pdfjs"): "what lies beyond the page is left out",
}

Read = Callable[[Path], Sequence[Element]]


def readers(files: Sequence[Path]) -> Mapping[str, Read]:
    """All readers; pdf.js reads everything at once, in one browser."""
    found: dict[str, Read] = {"pdfium": cache(pdfium.read), "poppler": cache(poppler.read)}
    if files and (pdfjs.is_here() or os.environ.get("CI")):
        found["pdfjs"] = pdfjs.read(files).__getitem__
    return found


def read_by(by_name: Mapping[str, Read], reader: str, file: Path) -> Sequence[Element]:
    if reader not in by_name:
        pytest.skip("Chromium or pdf.js is not here; `make pdfjs` fetches it")
    return by_name[reader](file)


def said(elements: Sequence[Element]) -> str:
    return "".join(element.text() for element in elements)


def from_file(item: Item) -> Element | str:
    """What is in the file, by pikepdf alone."""
    if item.element is None:
        return item.text or ""
    kids = [from_file(kid) for kid in item.kids]
    if "/ActualText" in item.element:
        kids = [str(item.element.ActualText)]
    return Element(str(item.element.S)[1:], kids)


@cache
def in_file(file: Path) -> list[Element]:
    tagged = Tagged(file.read_bytes())
    found = [from_file(item) for item in tagged.tree]
    return [item for item in found if isinstance(item, Element)]


def as_compared(reader: str, text: str) -> str:
    """What can be compared of a text that a reader gave, or should give.

    For PDFium any hyphen at the end of a line is one that the break made; for pdf.js the end of a
    line may be a space or not. How words are parted is proven by the two others.
    """
    if reader == "pdfjs":
        return "".join(words_of(text).replace(LINE_END, "").split())
    return f" {words_of(text.replace('-', '') if reader == 'pdfium' else text)} "


def agrees(reader: str, read: str, expected: str) -> bool:
    if reader == "pdfium":
        return as_compared(reader, read) == as_compared(reader, expected)
    return is_same(read, expected)


# --- editions -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def editions(
    built: Path, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Every file of the first publication, and those of the one that has every block."""
    other = tmp_path_factory.mktemp("all-blocks")
    settings = project.root / "content/all-blocks/publication.yaml"
    settings.write_text(settings.read_text("utf-8").replace("[web]", "[web, archive]"), "utf-8")
    words = ["--project", str(project.root), "build", "all-blocks", "--output", str(other)]
    subprocess.run(
        [sys.executable, "-m", "brochure", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    folders = {"botschaften": built, "all-blocks": other / "all-blocks" / "de"}
    return {name: folders[name.split("/")[0]] / name.split("/")[1] for name in FILES}


@pytest.fixture(scope="module")
def edition_readers(editions: dict[str, Path]) -> Mapping[str, Read]:
    return readers(list(editions.values()))


def source_texts(name: str, project: Project) -> Iterator[str]:
    """The texts of the source that a file must give back, in order, after typography."""
    publication, file = name.split("/")
    format_name, _, number = file.split(".")[0].partition("-poster-")
    format_name += "-poster" if number else ""
    own = Project(ROOT) if publication == "botschaften" else project
    source = read_source(own, Edition(publication, "de", format_name, ("web",)))
    document, format_ = typeset(source.document, Language.named("de")), Format.named(format_name)
    if format_.kind == "brochure":
        yield from printed(document)
    else:
        files = units_of(document, format_)
        yield from expected_texts(document, format_, files[int(number or 1) - 1])


def printed(document: Document) -> Iterator[str]:
    for path, _, text in texts(document):
        if not NOT_PRINTED & {path[0], path[-1]} and not BESIDE & set(path):
            yield text


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", FILES)
def test_every_text_of_the_source_is_read_whole_and_in_order(
    editions: dict[str, Path],
    edition_readers: Mapping[str, Read],
    project: Project,
    name: str,
    reader: str,
) -> None:
    read, at = as_compared(reader, said(read_by(edition_readers, reader, editions[name]))), 0
    for text in source_texts(name, project):
        for paragraph in PARAGRAPH_END.split(text):
            words = as_compared(reader, plain_text(paragraph))
            found = read.find(words, at)
            assert found >= 0, (words, read[at : at + 300])
            at = found + len(words) - 1  # the space after it is the one before the next


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", FILES)
def test_nothing_else_is_read(
    editions: dict[str, Path], edition_readers: Mapping[str, Read], name: str, reader: str
) -> None:
    """Every reader says exactly what is in the file: no word more, in no other order."""
    read = said(read_by(edition_readers, reader, editions[name]))
    assert agrees(reader, read, said(in_file(editions[name])))


def headings(elements: Sequence[Element]) -> list[tuple[str, str]]:
    return [
        (item.role, words_of(item.text()))
        for top in elements
        for item in top.walk()
        if re.fullmatch("H[1-6]", item.role)
    ]


def counted(elements: Sequence[Element], role: str, *within: str) -> list[int]:
    """How many of something are in each element of a type: items of lists, cells of rows."""
    return [
        sum(kid.role in within for kid in item.walk())
        for top in elements
        for item in top.walk()
        if item.role == role
    ]


@pytest.mark.parametrize("name", FILES)
def test_pdfjs_gives_the_same_headings_lists_tables_and_links(
    editions: dict[str, Path], edition_readers: Mapping[str, Read], name: str
) -> None:
    read, expected = read_by(edition_readers, "pdfjs", editions[name]), in_file(editions[name])
    for (role, words), (own_role, own_words) in zip(
        headings(read), headings(expected), strict=True
    ):
        assert role == own_role and is_same(words, own_words)
    for role, within in {
        "L": ("LI", "Lbl", "LBody"),
        "TOC": ("TOCI", "Reference"),
        "Table": ("TR", "TH", "TD"),
        "TR": ("TH", "TD"),
        "Link": ("annotation",),
    }.items():
        if role != "Link":
            assert counted(read, role, *within) == counted(expected, role, *within)
        else:
            assert set(counted(read, role, *within)) <= {1}, "a link has one place to press"
    assert targets(read) == list(targets_in_file(editions[name]))


def targets(elements: Sequence[Element]) -> list[str]:
    found = (item for top in elements for item in top.walk() if item.role == "annotation")
    return [item.alt for item in found]


def targets_in_file(file: Path) -> Iterator[str]:
    """Addresses in the order of the tree; places within the file as `#`."""

    def walk(items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            if item.said.startswith("→ "):
                target = item.said.removeprefix("→ ").split(" (")[0]
                yield "#" if target.startswith("page ") else target
            yield from walk(item.kids)

    tagged = Tagged(file.read_bytes())
    yield from walk(tagged.tree)


@pytest.mark.parametrize("name", FILES)
def test_pictures_are_told_by_pdfium_and_pdfjs(
    editions: dict[str, Path], edition_readers: Mapping[str, Read], name: str
) -> None:
    tagged = Tagged(editions[name].read_bytes())
    expected = [
        part for item in tagged.tree for part in re.findall(r'Alt="(.*?)"(?: |$)', alts(item))
    ]
    for reader in ("pdfium", "pdfjs"):
        found = read_by(edition_readers, reader, editions[name])
        figures = [i.alt for top in found for i in top.walk() if i.role == "Figure"]
        assert figures == expected


def alts(item: Item) -> str:
    own = (
        f'Alt="{item.element.Alt!s}" '
        if item.element is not None and "/Alt" in item.element
        else ""
    )
    return own + "".join(map(alts, item.kids))


# --- cases --------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
def test_every_case_is_read_as_it_is_in_the_file(make: Make, profile: str, tmp_path: Path) -> None:
    files = {case.stem: tmp_path / f"{case.stem}.pdf" for case in CASES}
    for case in CASES:
        files[case.stem].write_bytes(make(case.read_text("utf-8"), profile).pdf.data)
    expected = {name: said(in_file(file)) for name, file in files.items()}
    by_name = readers(list(files.values()) if profile == "web" else [])  # one browser is enough
    differ = {
        (name, reader)
        for reader, read in by_name.items()
        for name, file in files.items()
        if not agrees(reader, said(read(file)), expected[name])
    }
    assert differ == {limit for limit in LIMITS if limit[1] in by_name}
