"""Figures: one thing to show, one alternative text, a picture that is there."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from unicodedata import normalize

from brochure.content.problems import quoted
from brochure.content.rules.known import Known
from brochure.content.shape import Item
from brochure.diagnostics import Diagnostic, Span

FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|webp|gif|tiff?|pdf)", re.IGNORECASE)


def figure_rule(known: Known, figure: Item) -> Iterator[Diagnostic]:
    """Everything a figure must say."""
    yield from _shown(known, figure)
    yield from _alternative(known, figure)


def _shown(known: Known, figure: Item) -> Iterator[Diagnostic]:
    picture, diagram = figure.value.get("picture"), figure.value.get("diagram")
    if picture is not None and diagram is not None:
        span = known.values.keys[(*figure.path, "diagram")]
        yield Diagnostic.of("content/picture-and-diagram", span)
    elif picture is None and diagram is None:
        yield Diagnostic.of("content/figure-empty", known.values.place(figure.path))
    if isinstance(picture, str) and picture not in known.pictures:
        span = known.values.place((*figure.path, "picture"))
        yield picture_missing(known.pictures, span, picture)


def _alternative(known: Known, figure: Item) -> Iterator[Diagnostic]:
    """PDF/UA-1 7.3: a figure has an alternative text, or is an artifact."""
    alt, decorative = figure.value.get("alt"), figure.value.get("decorative")
    if alt is not None and decorative is True:
        span = known.values.keys[(*figure.path, "decorative")]
        yield Diagnostic.of("content/decorative-with-alt", span)
    elif alt is None and decorative in (None, False):
        yield Diagnostic.of("content/figure-alt", known.values.place((*figure.path, "picture")))
    if isinstance(alt, str) and _is_file_name(alt.strip(), figure.value.get("picture")):
        span = known.values.place((*figure.path, "alt"))
        yield Diagnostic.of("content/alt-is-file-name", span, alt=alt.strip())


def _is_file_name(alt: str, picture: object) -> bool:
    names = (picture, PurePosixPath(picture).stem) if isinstance(picture, str) else ()
    return alt in names or bool(FILE_NAME.fullmatch(alt))


def picture_missing(pictures: Collection[str], span: Span, name: str) -> Diagnostic:
    """With the names that are near; case and composed letters count on the city's servers."""
    same = {normalize("NFC", other).lower(): other for other in pictures}
    wanted = normalize("NFC", name).lower()
    if wanted in same:
        return Diagnostic.of("content/picture-spelling", span, name=name, near=same[wanted])
    near = [same[other] for other in get_close_matches(wanted, same)]
    code = "content/picture-missing" if pictures else "content/no-pictures"
    return Diagnostic.of(code, span, name=name, near=quoted(near or sorted(pictures)[:8]))
