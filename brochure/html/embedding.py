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

ADDRESS = re.compile(r"project:///([^\"')\s]+)")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
MARKUP = re.compile(r"<head>.*?</head>|<[^>]*>", re.DOTALL)
DRAWING = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
FACE = re.compile(r"@font-face\s*{[^}]*}")
WEIGHT = re.compile(r"font-weight(?:: |=\")(\d+)")
START = re.compile(r"<svg\b[^>]*>")
FROM_CSS = "0123456789–"
"""What stylesheets write by themselves: numbers and dashes of lists."""
PLAIN = " '()*+,-./:;=?@[]_~!$"
"""What an address may hold as it is."""

Read = Callable[[str], bytes]


def self_contained(html: str, read: Read) -> HtmlPage:
    """The page with everything in it, and which files of the project that was."""
    files: dict[str, None] = {}
    title = TITLE.search(html)

    def embedded(text: str, words: str) -> str:
        def address(found: re.Match[str]) -> str:
            files[found[1]] = None
            return _data(found[1], read(found[1]), words)

        return ADDRESS.sub(address, text)

    def drawing(found: re.Match[str]) -> str:
        svg = b64decode(found[1]).decode()
        return _svg_address(_with_faces(svg, html, embedded) if "<text" in svg else svg)

    page = embedded(DRAWING.sub(drawing, html), MARKUP.sub(" ", html))
    return HtmlPage(unescape(title[1]) if title else "", page, tuple(files))


def _data(file: str, data: bytes, words: str) -> str:
    """A `data:` address for a file."""
    if file.endswith((".ttf", ".otf")):
        font = web_font(data, frozenset(unescape(words) + FROM_CSS))
        return "data:font/woff2;base64," + b64encode(font).decode()
    if file.endswith(".svg"):
        return _svg_address(data.decode())
    picture, kind = web_picture(data)
    return f"data:{kind};base64,{b64encode(picture).decode()}"


def _svg_address(svg: str) -> str:
    """A drawing as text: smaller than base64 once the page is packed on its way."""
    return "data:image/svg+xml," + quote(_packed(svg), safe=PLAIN)


def _packed(svg: str) -> str:
    """Without declaration, comments and the space between elements; words keep theirs."""
    svg = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", svg, flags=re.DOTALL)
    if "<text" not in svg:
        svg = re.sub(r">\s+<", "><", svg)
    return svg.replace('"', "'").strip() if "'" not in svg else svg.strip()


def _with_faces(svg: str, page: str, embedded: Callable[[str, str], str]) -> str:
    """A drawing with the fonts of the page in the weights that its words have."""
    weights = set(WEIGHT.findall(svg)) or {"400"}
    faces = [face for face in FACE.findall(page) if weights & set(WEIGHT.findall(face))]
    style = f"<style>{embedded(''.join(faces), MARKUP.sub(' ', svg))}</style>"
    return START.sub(lambda start: start[0] + style, svg, count=1)
