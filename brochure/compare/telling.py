"""A change in words: how, where, what; short, as a line of a terminal or a row of a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from brochure.diagnostics.messages import say
from brochure.document.change import Change, Kind, Places

SIGNS: dict[Kind, str] = {"added": "+", "removed": "−", "changed": "~", "moved": "→"}

LONGEST = 80
"""Letters of a text in a line."""


@dataclass(frozen=True)
class Told:
    """One change as a person reads it."""

    sign: str
    kind: str
    where: str
    what: str
    name: str
    before: str
    after: str
    moved: bool = False
    around: tuple[str, str] = ("", "")
    more: str = ""


def told(change: Change, language: str) -> Told:
    """A change in a language."""
    what = say(f"compare/what-{change.what}", language)
    return Told(
        SIGNS[change.kind],
        say(f"compare/kind-{change.kind}", language),
        where(change, language),
        what,
        "" if change.aspect == "pictures" else change.name,
        change.before,
        change.after,
        change.kind == "moved",
        change.around,
        _more(change, language),
    )


def where(change: Change, language: str) -> str:
    """The page with the place on it, or all pages, those in a row as `3–8`."""
    if not change.places:
        return ""
    numbers = {_numbers(places) for places in change.places}
    if len(numbers) > 1:
        pages = _in_rows({after or before for before, after in numbers})
        return say("compare/pages", language, n=pages)
    page = page_name(*numbers.pop(), language)
    before, after = change.places[0]
    place = after or before
    if not place or not place.area or len(change.places) > 1:
        return page
    left, top = (round(side) for side in place.area[:2])
    return f"{page} ({left} × {top} mm)"


def page_name(before: int, after: int, language: str) -> str:
    """`page 3`, or `page 3 → 4` where it is another one."""
    if before and after and before != after:
        return say("compare/page-moved", language, before=before, after=after)
    return say("compare/page", language, n=after or before)


def counted(code: str, n: int, language: str, **values: object) -> str:
    """A number with its noun."""
    return say(f"compare/{code}-{'one' if n == 1 else 'many'}", language, n=n, **values)


def _numbers(places: Places) -> tuple[int, int]:
    before, after = places
    return (before.page if before else 0, after.page if after else 0)


def _in_rows(numbers: Iterable[int]) -> str:
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(f"{row[0]}–{row[-1]}" if len(row) > 1 else str(row[0]) for row in rows)


def _more(change: Change, language: str) -> str:
    if change.aspect == "pictures":
        share = change.name.replace(".", say("cli/decimal-mark", language))
        return counted("marks", change.more + 1, language, share=share)
    if not change.more:
        return ""
    return counted("inside" if change.aspect == "tags" else "further", change.more, language)


def line(change: Change, language: str) -> str:
    """A change in one line, with as much of a long text as a person needs to know it."""
    item = told(change, language)
    what = f"{item.what} {_short(item.name)}".strip()
    head = "  ".join(filter(None, (item.sign, item.where, what)))
    sides = (item.before,) if item.moved else (item.before, item.after)
    texts = [say("compare/quoted", language, text=_short(text)) for text in sides if text]
    context = f"({' _ '.join(item.around).strip()})" if any(item.around) else ""
    return "  ".join(filter(None, (head, " → ".join(texts), context, item.more)))


def _short(text: str) -> str:
    """A text without line ends, its end cut off where it is too long."""
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
