"""What writing a PDF file costs without what is in it: `python -m benchmarks.file`.

A made-up edition: pages, fonts, bookmarks and a structure tree of elements with four references.
With `destinations` its links lead to structure elements, as PDF/UA-2 wants it, so that each page
uses the whole tree.
"""

import random
import statistics
import time

from brochure.pdf.file import Body, Item, Page, written

ROUNDS = 50
FONTS = 4
SIZES = ((12, 1_100), (100, 9_500), (200, 19_000), (400, 38_000))


def main() -> None:
    """Print pages, items, bytes and milliseconds of cpu."""
    for destinations in (False, True):
        for pages, elements in SIZES:
            body = edition(pages, elements, destinations)
            items = sum(len(page.items) for page in body.pages) + len(body.shared + body.others) + 1
            took = milliseconds(body, ROUNDS if pages < 100 else 5)
            size = len(written(body, "1.7", bytes(16)))
            told = f"{pages:4} pages {items:6} items {size:8} bytes {took:6.1f} ms"
            print(told, "to structure elements" if destinations else "")


def milliseconds(body: Body, rounds: int) -> float:
    """The median of several rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        written(body, "1.7", bytes(16))
        taken.append(time.process_time() - start)
    return 1000 * statistics.median(taken)


def edition(pages: int, elements: int, destinations: bool) -> Body:
    """An edition of so many pages and structure elements."""
    chance = random.Random(3)
    return Body(
        catalog=Item(
            "catalog",
            b"<</Type/Catalog/Pages \0tree\0/StructTreeRoot \0root\0/Outlines \0outlines\0>>",
        ),
        pages=tuple(
            _page(number, pages, elements, destinations, chance) for number in range(pages)
        ),
        shared=tuple(_fonts(chance)),
        others=(
            Item("tree", b"<</Type/Pages/Count %d/Kids[%b]>>" % (pages, _names(b"page", pages))),
            Item("root", b"<</Type/StructTreeRoot/K[\0e0\0]>>"),
            *(_element(number, pages, elements, chance) for number in range(elements)),
            Item("outlines", b"<</Type/Outlines/First \0o0\0/Last \0o%d\0>>" % (pages - 1)),
            *(_bookmark(number, pages, elements, destinations) for number in range(pages)),
        ),
    )


def _page(
    number: int, pages: int, elements: int, destinations: bool, chance: random.Random
) -> Page:
    text = b"<</Type/Page/Parent \0tree\0/MediaBox[0 0 419.527559 595.275591]/StructParents %d"
    text += b"/Resources \0resources\0/Contents \0contents%d\0/Annots[\0link%d\0]>>"
    action = b"/A<</S/URI/URI(https://www.bochum.de/%d)>>" % number
    if destinations and number:
        action = b"/A<</S/GoTo/D[\0page0\0 /Fit]/SD[\0e%d\0]>>" % chance.randrange(elements)
    link = b"<</Type/Annot/Subtype/Link/Rect[40 60 90 70]/StructParent %d%b>>"
    return Page(
        (
            Item(f"page{number}", text % (number, number, number)),
            Item(f"contents{number}", b"<</Filter/FlateDecode>>", chance.randbytes(3000)),
            Item(f"link{number}", link % (pages + number, action)),
        )
    )


def _fonts(chance: random.Random) -> list[Item]:
    names = b" ".join(b"/F%d \0font%d\0" % (n, n) for n in range(FONTS))
    items = [Item("resources", b"<</Font<<%b>>>>" % names)]
    for number in range(FONTS):
        text = b"<</Type/Font/Subtype/Type0/DescendantFonts[\0cid%d\0]>>" % number
        cid = b"<</Type/Font/FontDescriptor<</FontFile2 \0file%d\0>>>>" % number
        data = chance.randbytes(12_000)
        items += [Item(f"font{number}", text), Item(f"cid{number}", cid)]
        items += [Item(f"file{number}", b"<</Filter/FlateDecode>>", data)]
    return items


def _element(number: int, pages: int, elements: int, chance: random.Random) -> Item:
    kids = range(4 * number + 1, min(4 * number + 5, elements))
    told = b" ".join(b"\0e%d\0" % kid for kid in kids) or b"%d" % (number % 50)
    parent = b"e%d" % ((number - 1) // 4) if number else b"root"
    page = number * pages // elements
    role = chance.choice((b"P", b"Span", b"LI", b"LBody", b"H2"))
    text = (
        b"<</Type/StructElem/S/%b/P \0%b\0/Pg \0page%d\0/K[%b]/A<</O/Layout/BBox[%d %d %d %d]>>>>"
    )
    box = tuple(chance.randrange(400) for _ in range(4))
    return Item(f"e{number}", text % (role, parent, page, told, *box))


def _bookmark(number: int, pages: int, elements: int, destinations: bool) -> Item:
    element = b"/SE \0e%d\0" % (number * elements // pages) if destinations else b""
    next_ = b"/Next \0o%d\0" % (number + 1) if number < pages - 1 else b""
    text = b"<</Title(Kapitel %d)/Parent \0outlines\0/Dest[\0page%d\0 /Fit]%b%b>>"
    return Item(f"o{number}", text % (number, number, next_, element))


def _names(stem: bytes, count: int) -> bytes:
    return b" ".join(b"\0%b%d\0" % (stem, number) for number in range(count))


if __name__ == "__main__":
    main()
