"""A page that names pictures and fonts of the project → one that has them in itself.

Nothing is fetched when it is read: it works by mail, from a stick, and under a strict content
security policy. A drawing in an `<img>` sees no font of the page; one with words brings its own.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from html import unescape
from urllib.parse import quote

from brochure.document.html import HtmlPage
from brochure.html.web_font import web_font
from brochure.html.web_picture import web_picture

ADDRESS = re.compile(r'((?:src=|url\()")project:///([^"]+)')
"""In quotation marks, which a text can't write: templates escape them."""
DIAGRAM = re.compile(r'(src=")data:image/svg\+xml;base64,([^"]+)')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
MARKUP = re.compile(r"<head>.*?</head>|<[^>]*>", re.DOTALL)
FACE = re.compile(r"@font-face\s*{[^}]*}")
WEIGHT = re.compile(r"font-weight(?::\s*|=[\"'])(\d+)")
START = re.compile(r"<svg\b[^>]*>")
NOT_DRAWN = re.compile(r"<\?xml.*?\?>|<!--.*?-->", re.DOTALL)
WORDS = "<text"
FROM_CSS = "0123456789–"
"""What stylesheets write by themselves: numbers and dashes of lists."""
PLAIN = " '()*+,-./:;=?@[]_~!$"
"""What an address may hold as it is."""

Read = Callable[[str], bytes]


def self_contained(html: str, read: Read) -> HtmlPage:
    """The page with everything in it, and which files of the project that was."""
    embedding, title = _Embedding(html, read), TITLE.search(html)
    page = embedding.files_in(DIAGRAM.sub(embedding.diagram, html), html)
    return HtmlPage(unescape(title[1]) if title else "", page, tuple(embedding.files))


class _Embedding:
    """The files that were put into one page, and how."""

    def __init__(self, html: str, read: Read) -> None:
        self.files: dict[str, None] = {}
        self._read = read
        self._faces = FACE.findall(html)

    def files_in(self, text: str, shown: str) -> str:
        """A text with its files in it; `shown` is where a font's characters are found."""
        characters = frozenset(unescape(MARKUP.sub(" ", shown)) + FROM_CSS)

        def embedded(found: re.Match[str]) -> str:
            file = unescape(found[2])
            self.files[file] = None
            return found[1] + self._data(file, self._read(file), characters)

        return ADDRESS.sub(embedded, text)

    def diagram(self, found: re.Match[str]) -> str:
        """A drawing that our own code made, as it stands in the page."""
        return found[1] + self._drawing(b64decode(found[2]))

    def _data(self, file: str, data: bytes, characters: frozenset[str]) -> str:
        kind = file.lower().rpartition(".")[2]
        if kind in ("ttf", "otf"):
            return _base64(web_font(data, characters), "font/woff2")
        return self._drawing(data) if kind == "svg" else _base64(*web_picture(data))

    def _drawing(self, data: bytes) -> str:
        """As text, which packs better than base64 on its way; words bring their fonts."""
        try:
            svg = data.decode()
        except UnicodeDecodeError:  # another encoding, which its declaration names
            return _base64(data, "image/svg+xml")
        svg = NOT_DRAWN.sub("", svg).strip()
        if WORDS in svg:
            svg = START.sub(lambda start: start[0] + self._style(svg), svg, count=1)
        else:  # a space or quotation mark may be a word's
            svg = re.sub(r">\s+<", "><", svg).replace('"', "'")
        return "data:image/svg+xml," + quote(svg, safe=PLAIN)

    def _style(self, svg: str) -> str:
        """The fonts of the page in the weights that a drawing's words have."""
        weights = set(WEIGHT.findall(svg)) or {"400"}
        faces = [face for face in self._faces if weights & set(WEIGHT.findall(face))]
        return f"<style>{self.files_in(''.join(faces), svg)}</style>"


def _base64(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"
