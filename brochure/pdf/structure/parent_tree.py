"""Whether the ParentTree says the same as the tree (ISO 32000-1, 14.7.4.4)."""

from collections.abc import Iterable, Iterator, Mapping

import pikepdf

from brochure.document.tagged_file import Content
from brochure.pdf.content.values import BROKEN, Object, elements, key, value


class ParentTree:
    """Which element holds a piece of content, seen from the content."""

    def __init__(self, pdf: pikepdf.Pdf, numbers: Mapping[int, Object]) -> None:
        self._pdf, self._numbers = pdf, numbers
        self._known: dict[tuple[int, str], list[str]] = {}

    def wrong(self, contents: Iterable[Content], places: Mapping[str, int]) -> Iterator[Content]:
        """The contents for which it names another element than the tree, or none."""
        for item in contents:
            held = self._elements(item.page, item.stream)
            named = held[item.mcid] if 0 <= item.mcid < len(held) else ""
            if item.found and places.get(named, -1) != item.element:
                yield item

    def _elements(self, page: int, stream: str) -> list[str]:
        """What stands for the pieces of a page or of a form, by their ids."""
        if (page, stream) not in self._known:
            holder = self._form(stream) if stream else self._page(page)
            number = value(holder, "/StructParents")
            found = self._numbers.get(number) if isinstance(number, int) else None
            self._known[page, stream] = [key(item) for item in elements(found)]
        return self._known[page, stream]

    def _page(self, number: int) -> Object:
        return self._pdf.pages[number - 1].obj if 0 < number <= len(self._pdf.pages) else None

    def _form(self, mark: str) -> Object:
        try:
            number, generation = map(int, mark.split())
            return self._pdf.get_object((number, generation))
        except BROKEN:
            return None
