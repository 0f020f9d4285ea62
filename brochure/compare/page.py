"""Comparisons as one page for browsers: no script, nothing from elsewhere, light and dark."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from brochure.compare.telling import counted, page_name, told
from brochure.diagnostics.messages import say
from brochure.document.change import ASPECTS, Compared, Sheet
from brochure.templating import environment

SIDES = ("first", "second", "over")


def page(
    comparisons: Sequence[Compared],
    alone: Sequence[tuple[str, bool]],
    names: tuple[str, str],
    language: str,
) -> bytes:
    """The page; `alone` names files that lie in one folder only, and whether in the second."""
    style = files("brochure.compare").joinpath("templates", "diff.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        environment("brochure.compare")
        .get_template("diff.html.j2")
        .render(
            language=language,
            names=names,
            style=style,
            policy=f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'",
            comparisons=[item for item in comparisons if not (item.same or item.unread)],
            unread=[finding for item in comparisons for finding in item.unread],
            same=[item for item in comparisons if item.same],
            alone=alone,
            word=lambda code, **values: say(f"compare/{code}", language, **values),
            counted=lambda code, n: counted(code, n, language),
            groups=lambda item: _groups(item, language),
            sheets=lambda item: [_sheet(sheet, language) for sheet in item.sheets if _shown(sheet)],
            say=lambda item: say(item.sentence, language, **dict(item.values)),
        )
        .encode()
    )


def _groups(item: Compared, language: str) -> list[tuple[str, str, list[object]]]:
    """Each aspect with changes: its name, its title, its rows."""
    return [
        (aspect, say(f"compare/aspect-{aspect}", language), [told(one, language) for one in found])
        for aspect in ASPECTS
        if (found := item.of(aspect))
    ]


def _shown(sheet: Sheet) -> bool:
    return any(sheet.pictures)


def _sheet(sheet: Sheet, language: str) -> dict[str, object]:
    title = page_name(sheet.before or 0, sheet.after or 0, language)
    title = title[0].upper() + title[1:]
    pictures = [
        (say(f"compare/{side}", language), b64encode(data).decode())
        for side, data in zip(SIDES, sheet.pictures, strict=True)
        if data
    ]
    return {"title": title, "pictures": pictures, "size": sheet.size, "marks": sheet.marks}
