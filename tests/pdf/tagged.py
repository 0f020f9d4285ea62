"""Reads a finished PDF as assistive technology does: its tree, its marked content, its artifacts.

By pikepdf and the fonts' `ToUnicode` alone, so that it shows what is in the file and nothing that a
viewer makes up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "TJ", "Tj", "BI", "EI"}
SAID = ("/Lang", "/Alt", "/ActualText", "/E", "/ID")
SHOWN = 70


@dataclass
class Page:
    """What stands on one page, its groups included."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    """(object number of the group or 0, marked-content id) → text as it is read."""
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    """Operators that paint outside of any mark."""


class Tagged:
    """A PDF opened for reading through its tree."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [_read_page(page) for page in self.pdf.pages]
        self.numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.seen: list[tuple[int, int, int]] = []
        self.tree = list(self._elements(self.pdf.Root.StructTreeRoot, None))

    def text(self) -> str:
        """The whole text in the order of the tree."""
        return "\n".join(line for item in self.tree for line in item.lines())

    def show(self, artifacts: bool = True) -> str:
        """Tree and artifacts, for a person to read and compare."""
        lines = [line for item in self.tree for line in item.shown(0)]
        for number, page in enumerate(self.pages, start=1):
            for text, same in groupby(page.artifacts if artifacts else [], key=_without_place):
                found = list(same)
                shown = f"{text} × {len(found)}" if len(found) > 1 else found[0]
                lines.append(f"artifact on page {number}: {shown}")
            lines += [f"UNMARKED on page {number}: {text}" for text in page.unmarked]
        return "\n".join(lines) + "\n"

    def untagged(self) -> list[tuple[int, int, int]]:
        """Marked content that no element of the tree holds."""
        marked = {(number, *key) for number, page in enumerate(self.pages) for key in page.texts}
        return sorted(marked - set(self.seen))

    def _elements(self, parent: Any, page: int | None) -> Iterator["Item"]:
        for kid in _kids(parent):
            yield self._item(kid, page)

    def _item(self, kid: Any, page: int | None) -> "Item":
        if not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") == "/MCR":
            return self._content(kid, page)
        if kid.get("/Type") == "/OBJR":
            return Item(f"→ {self._annotation(kid.Obj)}", on=self.numbers[kid.Pg.objgen])
        own = self.numbers[kid.Pg.objgen] if "/Pg" in kid else page
        return Item(_said(kid), list(self._elements(kid, own)), element=kid, on=own)

    def _content(self, kid: Any, page: int | None) -> "Item":
        group, mcid = 0, kid
        if isinstance(kid, pikepdf.Dictionary):
            page, mcid = self.numbers[kid.Pg.objgen], kid.MCID
            group = kid.Stm.objgen[0] if "/Stm" in kid else 0
        assert page is not None, "content without a page"
        self.seen.append((page, group, int(mcid)))
        text = self.pages[page].texts[group, int(mcid)]
        return Item("", text=text, on=page)

    def _annotation(self, annotation: Any) -> str:
        lines = len(annotation.get("/QuadPoints", [])) // 8 or 1
        more = f" on {lines} lines" if lines > 1 else ""
        return f"{self._target(annotation)} ({annotation.Contents!s}){more}"

    def _target(self, annotation: Any) -> str:
        if isinstance(annotation.get("/Dest"), pikepdf.String):
            return f"the place {annotation.Dest!s}"
        if "/Dest" in annotation:
            return f"page {self.numbers[annotation.Dest[0].objgen] + 1}"
        action = annotation.get("/A")
        if action is None:
            return "nowhere"
        if action.S == "/URI":
            return str(action.URI)
        return f"page {self.numbers[action.D[0].objgen] + 1} at {action.SD[0].S!s}"


@dataclass
class Item:
    """A structure element, or content, or an annotation."""

    said: str
    kids: list["Item"] = field(default_factory=list)
    text: str | None = None
    element: Any = None
    on: int | None = None

    def lines(self) -> Iterator[str]:
        """One line a block, inline elements run on."""
        own = "".join(kid.read() for kid in self.kids if kid.is_inline())
        if own.strip():
            yield own
        for kid in self.kids:
            if not kid.is_inline():
                yield from kid.lines()

    def read(self) -> str:
        if self.element is not None and "/ActualText" in self.element:
            return str(self.element.ActualText)
        return self.text if self.text is not None else "".join(kid.read() for kid in self.kids)

    def is_inline(self) -> bool:
        role = str(self.element.S)[1:] if self.element is not None else ""
        return role in INLINE

    def shown(self, depth: int) -> Iterator[str]:
        """This item indented; neighbouring contents are put together, a page break is shown."""
        indent = "  " * depth
        contents, rest = _contents_first(self.kids)
        yield f"{indent}{self.said}{' · ' + contents if contents else ''}"
        for kid in rest:
            if isinstance(kid, str):
                yield f"{indent}  · {kid}"
            else:
                yield from kid.shown(depth + 1)


INLINE = ("", "Span", "Link", "Em", "Strong", "Code", "Quote", "Reference", "Lbl", "Sub")


def _contents_first(kids: list[Item]) -> tuple[str, list["Item | str"]]:
    """Runs of content as one text each; the first one, where it stands first, stands beside."""
    found: list[Item | str] = []
    page = None
    for kid in kids:
        if kid.text is None:
            found.append(kid)
            continue
        text = f"⏐{kid.text}" if page not in (None, kid.on) else kid.text
        page = kid.on
        if found and isinstance(found[-1], str):
            found[-1] += text
        else:
            found.append(text or "▢")
    shown = [_short(kid) if isinstance(kid, str) else kid for kid in found]
    return (str(shown[0]), shown[1:]) if shown and isinstance(shown[0], str) else ("", shown)


def _without_place(text: str) -> str:
    return re.sub(r" BBox=[-\d,]+", "", text)


def _short(text: str) -> str:
    text = text.replace("\u00ad", "¬").replace("\u00a0", "°")
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"


def _said(kid: Any) -> str:
    parts = [str(kid.S)[1:]]
    parts += [f'{key[1:]}="{kid[key]!s}"' for key in SAID if key in kid]
    given = kid.get("/A") or []
    for attributes in given if isinstance(given, pikepdf.Array | list) else [given]:
        for key, value in attributes.items():
            if key != "/O":
                parts.append(f"{key[1:]}={_value(value)}")
    if "/Ref" in kid:
        parts.append("Ref=" + ",".join(str(item.get("/ID", item.S)) for item in kid.Ref))
    return " ".join(parts)


def _value(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        shown = [
            str(item) if isinstance(item, pikepdf.String) else f"{float(item):.0f}"
            for item in value
        ]
        return ",".join(shown)
    return str(value).lstrip("/")


def _kids(item: Any) -> list[Any]:
    kids = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _read_page(page: Any) -> Page:
    found = Page()
    _read_stream(page, page.obj.Resources, found, 0, [])
    return found


def _read_stream(stream: Any, resources: Any, page: Page, group: int, around: list[Any]) -> None:
    """Walk the operators; `around` are the marks that are open, innermost last."""
    marks, font = list(around), None
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name in ("BDC", "BMC"):
            marks.append(_mark(operands, page, group))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = resources.Font[str(operands[0])]
        elif name in ("TJ", "Tj") and marks:
            _add_text(marks, _decoded(operands[0], font), page)
        if name in PAINTING and not marks:
            page.unmarked.append(f"{name} {operands!r}"[:90])
        if name == "Do":
            inner = resources.XObject[str(operands[0])]
            if inner.Subtype == "/Form":
                # A group's content is marked in itself, or lies in the mark around it.
                _read_stream(inner, inner.Resources, page, inner.objgen[0], marks)
                if not marks and page.unmarked and page.unmarked[-1].startswith("Do"):
                    page.unmarked.pop()


def _mark(operands: Any, page: Page, group: int) -> Any:
    properties = operands[1] if len(operands) > 1 else {}
    if str(operands[0]) == "/Artifact":
        page.artifacts.append(_artifact(properties))
        return ("artifact", None, None)
    actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
    key = (group, int(properties["/MCID"]))
    assert key not in page.texts, "a marked-content id twice"
    page.texts[key] = actual or ""
    return ("content", key, actual)


def _artifact(properties: Any) -> str:
    parts = [
        f"{key[1:]}={properties[key]!s}".replace("/", "")
        for key in ("/Type", "/Subtype")
        if key in properties
    ]
    if "/BBox" in properties:
        parts.append("BBox=" + ",".join(f"{float(side):.0f}" for side in properties["/BBox"]))
    return " ".join(parts)


def _add_text(marks: list[Any], text: str, page: Page) -> None:
    kind, key, actual = marks[-1]
    if kind == "content" and actual is None:
        page.texts[key] += text
    elif kind == "artifact" and text.strip():
        page.artifacts[-1] += f" «{text}»"


def _decoded(operand: Any, font: Any) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    table = _to_unicode(font)
    return "".join(table.get(data[i : i + 2].hex(), "\ufffd") for i in range(0, len(data), 2))


def _to_unicode(font: Any) -> dict[str, str]:
    lines = font.ToUnicode.read_bytes().decode()
    return {
        code: bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>\n", lines)
        if len(text) % 4 == 0
    }
