"""Fragments of units, kept by the hash of everything that can change them.

The key of a unit is made of its HTML (so of the values after translation and typography, and of the
templates), its stylesheets, by what fonts are chosen, and the
versions of our code and of all libraries that shape it. What else was read is known only once the
unit was laid out: pictures, imported stylesheets, the fonts that were drawn with. Their names are
kept under the key, and their hashes at hand complete it. Where a text stands in its file is no part
of it: places are numbered before, and put in again after.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape

from brochure import cache
from brochure.diagnostics import Diagnostic, Span
from brochure.document.fragment import Fragment, PageKind
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.plain import from_bytes, to_bytes

FRAGMENTS, READ = "fragments", "read"
FORMAT = 3
PLACE = re.compile(r'(data-(?:source|template)=")([^"]*)"')
NUMBERED = "@"
"""The file of a place that is a number yet."""

Digest = Callable[[str], str]
"""The hash of a file of the project; empty where there is none."""


@dataclass(frozen=True)
class Surroundings:
    """What shapes every unit: versions of what makes it, by what fonts are chosen, font files.

    `fonts` are the project's fonts: SHA-256 → name in the project.
    """

    versions: str
    selection: str
    fonts: Mapping[str, str]


@dataclass(frozen=True)
class Request:
    """A unit to be compiled; of its pages' margins, what they go by."""

    unit: HtmlUnit
    margins_of: tuple[PageKind, ...] | None = None
    numbering: Numbering | None = None

    def key(self, around: Surroundings) -> str:
        """A hash of all that shapes it but for the files that it reads."""
        unit, _ = _with_numbered_places(self.unit)
        sheets = [(sheet.file, sheet.text) for sheet in unit.stylesheets]
        shape = (unit.name, unit.html, sheets, around.versions, around.selection)
        return cache.key_of(*shape, self.margins_of, self.numbering, FORMAT)


def is_known(key: str, digest: Digest) -> bool:
    """Whether the cache has a fragment under this key (it may turn out to be damaged)."""
    files = _read_files(key, digest)
    return files is not None and cache.has(FRAGMENTS, cache.key_of(key, files))


def compiled(
    request: Request,
    key: str,
    make: Callable[[Request], Fragment],
    around: Surroundings,
    digest: Digest,
) -> Fragment:
    """The fragment of a unit, from the cache or made now."""
    unit, places = _with_numbered_places(request.unit)
    fragment = _recalled(key, digest)
    if fragment is None:
        fragment = _with_fonts(make(replace(request, unit=unit)), around.fonts)
        _keep(key, fragment)
    return _with_places(read_again(fragment, digest), places)


def made_now(
    request: Request,
    make: Callable[[Request], Fragment],
    around: Surroundings,
    digest: Digest,
) -> Fragment:
    """The fragment of a unit that is asked for only once."""
    return read_again(_with_fonts(make(request), around.fonts), digest)


def read_again(fragment: Fragment, digest: Digest) -> Fragment:
    """A fragment, once what was read for it is asked for: so it is known to matter."""
    for name, _ in fragment.files:
        digest(name)
    return fragment


def _recalled(key: str, digest: Digest) -> Fragment | None:
    if (files := _read_files(key, digest)) is None:
        return None
    data = cache.recall(FRAGMENTS, cache.key_of(key, files))
    try:
        return None if data is None else from_bytes(Fragment, data)
    except ValueError:  # of an older form, or not ours
        return None


def _read_files(key: str, digest: Digest) -> list[tuple[str, str]] | None:
    """The files that were read for it, as they are now."""
    try:
        names = cache.recall(READ, key)
        return None if names is None else [(name, digest(name)) for name in json.loads(names)]
    except ValueError:
        return None


def _keep(key: str, fragment: Fragment) -> None:
    """The names last, as they lead to the fragment."""
    files = [(name, found) for name, found in fragment.files]
    cache.keep(FRAGMENTS, cache.key_of(key, files), to_bytes(fragment))
    cache.keep(READ, key, json.dumps([name for name, _ in files]).encode())


def _with_fonts(fragment: Fragment, fonts: Mapping[str, str]) -> Fragment:
    """The fonts that were drawn with are files that were read, like pictures."""
    drawn = {(fonts[font.file], font.file) for font in fragment.fonts if font.file in fonts}
    return replace(fragment, files=tuple(sorted({*fragment.files, *drawn})))


def _with_numbered_places(unit: HtmlUnit) -> tuple[HtmlUnit, list[str]]:
    places: list[str] = []

    def number(found: re.Match[str]) -> str:
        places.append(unescape(found[2]))
        return f'{found[1]}{NUMBERED}:{len(places)}:0"'

    return replace(unit, html=PLACE.sub(number, unit.html)), places


def _with_places(fragment: Fragment, places: list[str]) -> Fragment:
    def there(span: Span | None) -> Span | None:
        if span is None or span.file != NUMBERED:
            return span
        return Span.parse(places[span.line - 1])

    def told(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(replace(finding, span=there(finding.span)) for finding in findings)

    return replace(
        fragment,
        boxes=tuple(
            replace(box, source=there(box.source)) if box.source else box for box in fragment.boxes
        ),
        diagnostics=told(fragment.diagnostics),
        structure=told(fragment.structure),
        headings=tuple(replace(heading, span=there(heading.span)) for heading in fragment.headings),
    )
