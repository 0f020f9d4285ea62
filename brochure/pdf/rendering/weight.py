"""How much a page paints, counted before PDFium is asked, which has no limit of its own.

Forms that use one another ten times each, six deep, are a million forms in a few hundred bytes.
"""

import re
from io import BytesIO

import pikepdf

from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import BROKEN, Object, elements, inherited, key, value

MOST = 50_000
"""Forms and pictures of a page."""
DEPTH = 40
USED = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def heavy_pages(pdf: bytes) -> frozenset[int]:
    """The numbers of pages that paint too much; none where nobody can read the file."""
    try:
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True) as file:
            known: dict[str, int] = {}
            pages = enumerate(file.pages, start=1)
            return frozenset(at for at, page in pages if _weight(page.obj, known) > MOST)
    except (*BROKEN, RuntimeError, pikepdf.PasswordError):
        return frozenset()


def _weight(page: Object, known: dict[str, int]) -> int:
    content = value(page, "/Contents")
    streams = elements(content) if isinstance(content, pikepdf.Array) else [content]
    data = b"\n".join(map(bytes_of, streams))
    return _uses(data, inherited(page, "/Resources"), known, DEPTH)


def _uses(data: bytes, resources: Object, known: dict[str, int], depth: int) -> int:
    """How many forms and pictures content paints, with those within them."""
    named = value(resources, "/XObject")
    total = 0
    for name in USED.findall(data):
        item = value(named, "/" + name.decode("latin-1"))
        total += 1 + (_of_form(item, resources, known, depth) if depth else 0)
        if total > MOST:
            break
    return total


def _of_form(form: Object, around: Object, known: dict[str, int], depth: int) -> int:
    mark = key(form)
    if mark not in known:
        known[mark] = 0  # of a form within itself, which nobody paints
        own = value(form, "/Resources")
        known[mark] = _uses(bytes_of(form), around if own is None else own, known, depth - 1)
    return known[mark]
