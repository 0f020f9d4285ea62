"""Reports of what was checked: each thing with its pages, in the form that a name ends in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from brochure.check.registry import all_checks
from brochure.diagnostics.show import ReadLines
from brochure.document.checked import Checked
from brochure.document.examined import Examination, Examined, PageView
from brochure.output.pictures import fitting_dpi, page_pictures
from brochure.report.json import report_as_json
from brochure.report.junit import report_as_junit
from brochure.report.page import report_as_page
from brochure.report.sarif import report_as_sarif

Form = Callable[[Examination, str], bytes]
FORMS: Mapping[str, Form] = {
    ".html": report_as_page,
    ".json": report_as_json,
    ".sarif": report_as_sarif,
    ".xml": report_as_junit,
}
"""By the end of a file's name; JUnit is what programs expect in XML."""
MOST_PICTURES = 120
"""Pages that are shown in one report; what there is more is told without pictures."""
Read = Callable[[str], bytes | None]


def examination(
    checked: Sequence[Checked], read: Read, date: str, read_lines: ReadLines, *, is_ours: bool
) -> Examination:
    """All that a report tells; `read` gives the bytes of a file that was looked at, by its name."""
    rationales = {id_: check.rationale for id_, check in all_checks().items()}
    items = tuple(_examined(checked, read, is_ours=is_ours))
    return Examination(items, date, rationales, read_lines)


def _examined(checked: Sequence[Checked], read: Read, *, is_ours: bool) -> Iterator[Examined]:
    shown = 0
    for item in checked:
        data = read(item.file) if item.file and item.outcomes else None
        if data is None or shown + item.pages > MOST_PICTURES:
            yield Examined(item, is_ours=is_ours)
            continue
        shown += item.pages
        yield Examined(item, _views(data, item.name), is_ours)


def _views(pdf: bytes, name: str) -> tuple[PageView, ...]:
    from brochure.pdf.rendering import rendered_file
    from brochure.pdf.rendering.heat_map import heat_map
    from brochure.pdf.structure import read_tagged
    from brochure.report.views import views_of

    tagged: Any = read_tagged(pdf, name)
    pages = tagged.file.pages
    media = [page.boxes.crop or page.boxes.media for page in pages]
    dpi = fitting_dpi([(box.width, box.height) for box in media]) if media else 1
    pictures = dict(enumerate(page_pictures(pdf, dpi), start=1))
    upright = {page.number for page in pages if not page.rotate}
    rendered = rendered_file(pdf, name).pages
    heats = {page.number: heat_map(page, dpi) for page in rendered if page.number in upright}
    return views_of(tagged, pictures, heats)
