"""What an SVG file says of itself, as far as it can harm or print wrong.

Rationale: the layout engine follows what an SVG points to, paints nothing for what it does not
understand, and takes a font of its own where the drawing names one that is not there
(`languages-fonts-scale-security.md` §6, rows 8–15).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from brochure.document.files import PictureFile

SVG = "{http://www.w3.org/2000/svg}"
FORBIDDEN = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<script|<foreignObject|javascript:", re.IGNORECASE
)
LINKS = ("href", "{http://www.w3.org/1999/xlink}href", "src")
INSIDE = re.compile(r"#|data:image/(png|jpeg|gif|webp)[;,]", re.IGNORECASE)
ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\")
ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]*)|(@import[^;]*)", re.IGNORECASE)
FAMILY = re.compile(r"(?<![\w-])(font(?:-family)?)\s*:\s*([^;}]+)", re.IGNORECASE)
SIZE = re.compile(r"^.*?\d(?:p[xtc]|r?em|[mc]m|in|ex|%)(?:\s*/\s*\S+)?\s+")
NUMBER = re.compile(r"[+-]?(?:\d{1,7}(?:\.\d*)?|\.\d+)")
UNIT = r"(?:p[xtc]|r?em|[mc]m|in|ex|%)?"
LENGTH = re.compile(rf"\+?(?!0+(?:\.0*)?(?!\d))(?:\d{{1,7}}(?:\.\d*)?|\.\d+){UNIT}")
TEXTS = {f"{SVG}{name}" for name in ("text", "tspan", "textPath")}
DEFAULT_FAMILY = "sans-serif"  # what the engine takes where a drawing says nothing


@dataclass(frozen=True)
class Svg:
    """A drawing as it is judged; of one with what is `forbidden` nothing else is read."""

    forbidden: str = ""
    is_drawing: bool = True
    has_size: bool = True
    outside: tuple[str, ...] = ()
    """Addresses that lead out of the file."""
    elements: int = 0
    uses: int = 0
    depth: int = 0
    families: tuple[str, ...] = ()
    """In which its words are set."""


def svg_of(file: PictureFile) -> Svg | None:
    """What a picture is as a drawing; nothing for one of pixels."""
    return _read(file.data) if file.suffix == "svg" and file.data is not None else None


@lru_cache(8)
def _read(data: bytes) -> Svg:
    if match := FORBIDDEN.search(data):
        return Svg(forbidden=match[0].decode())
    if (root := _root(data)) is None:
        return Svg(is_drawing=False)
    walked = list(_walk(root))
    rules = [*_named("".join("".join(item.itertext()) for item in root.iter(f"{SVG}style")))]
    return Svg(
        has_size=_has_size(root),
        outside=tuple(address for item, _, _ in walked for address in _addresses(item)),
        elements=len(walked),
        uses=sum(item.tag == f"{SVG}use" for item, _, _ in walked),
        depth=max(depth for _, depth, _ in walked),
        families=tuple(dict.fromkeys(_families([(i, family) for i, _, family in walked], rules))),
    )


def _root(data: bytes) -> ElementTree.Element | None:
    """The root of a drawing; nothing when the bytes are none.

    A zero byte means UTF-16 or 32, in which `FORBIDDEN` would find nothing.
    """
    try:
        root = None if b"\0" in data else ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):  # also an encoding nobody knows
        return None
    return root if root is not None and root.tag == f"{SVG}svg" else None


def _has_size(root: ElementTree.Element) -> bool:
    """Whether a drawing says how large it is; the engine fails on what is no length there."""
    width, height = (root.get(key, "100%").strip() for key in ("width", "height"))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    lengths = all(LENGTH.fullmatch(value) for value in (width, height))
    if box == [""]:
        return lengths and "%" not in width + height
    return (
        lengths
        and len(box) == 4
        and all(map(NUMBER.fullmatch, box))
        and float(box[2]) > 0
        and float(box[3]) > 0
    )


def _addresses(item: ElementTree.Element) -> Iterator[str]:
    """What an element points to outside of its file: by a link, or in any style or paint."""
    for key, value in item.attrib.items():
        if key in LINKS and value.strip() and not INSIDE.match(value.strip()):
            yield value
        elif "url" in value.lower() or "\\" in value:
            yield from _addresses_in(value)
    if item.tag == f"{SVG}style":
        yield from _addresses_in("".join(item.itertext()))


def _addresses_in(style: str) -> Iterator[str]:
    for address, rule in ADDRESS.findall(_unescaped(style)):
        if rule or (address.strip() and not INSIDE.match(address.strip())):
            yield rule or address


def _unescaped(style: str) -> str:
    """CSS without its escapes, behind which an address could hide (`u\\72l(…)`)."""
    return ESCAPE.sub(lambda found: chr(int(found[1] or "20", 16) % 0x110000), style)


def _families(walked: Iterable[tuple[ElementTree.Element, str]], rules: list[str]) -> Iterator[str]:
    """The first families of each text: by its attributes, and by any rule of the drawing."""
    for item, family in walked:
        if item.tag in TEXTS and "".join(item.itertext()).strip():
            yield from [family, *rules] if family else rules or [DEFAULT_FAMILY]


def _walk(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, int, str]]:
    """Every element with its depth and the family that it says or inherits."""
    waiting = [(root, 1, "")]
    while waiting:
        item, depth, inherited = waiting.pop()
        attribute = f"font-family: {item.get('font-family', '')}"
        family = [inherited, *_named(attribute), *_named(item.get("style", ""))][-1]
        yield item, depth, family
        waiting += [(child, depth + 1, family) for child in reversed(item)]


def _named(style: str) -> Iterator[str]:
    """The first family of every declaration in a style."""
    for declared, value in FAMILY.findall(style):
        value = value if declared.lower() == "font-family" else SIZE.sub("", value)
        if first := value.split(",")[0].strip().strip("\"'"):
            yield first
