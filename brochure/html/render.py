"""Unit → HTML text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from jinja2 import Environment

from brochure.catalog import Format, Language
from brochure.document.document import Document, Publication, Source
from brochure.document.fragment import Metadata
from brochure.document.html import HtmlUnit
from brochure.document.look import Look
from brochure.html.environment import environment, template_problems
from brochure.html.lines import display
from brochure.html.measures import measures_css
from brochure.html.page import colour_css, page_css
from brochure.html.panels import last_place, messages_by_panel, reach
from brochure.html.press import Press
from brochure.html.units import Unit
from brochure.html.window import Rendered


@dataclass(frozen=True)
class Renderer:
    """Everything that the units of one edition share: on pages, or in its twin for browsers."""

    publication: Publication
    document: Document
    source: Source
    look: Look
    format: Format
    language: Language
    is_twin: bool = False
    stand_in: Document | None = field(default=None, repr=False)
    """Of a record, what it shares with all who are shown the same."""
    press: Press | None = field(default=None, repr=False, compare=False)
    """That of another renderer, for a record."""

    def of_record(self, source: Source, stand_in: Document) -> "Renderer":
        """The same for the text of a record; `stand_in` is what it shares with others.

        Templates stay compiled, and a unit that reads nothing of a record is not rendered again.
        """
        document, press = source.document, self._press
        return replace(self, document=document, source=source, stand_in=stand_in, press=press)

    def html(
        self, unit: Unit, side: str, numbers: Mapping[str, int], start: int | None = None
    ) -> HtmlUnit:
        """The HTML of a unit whose first page is a `left` or a `right` one.

        `numbers` says on which page each section starts, `start` where this one does; it is left
        out where the text does not show it. Raises `Problems` for a faulty template.
        """
        asked = (unit.name, unit.template, unit.number, side, start, tuple(numbers.items()))
        window, rendered = self._press.window, self._press.rendered
        known = rendered.get(asked)
        if known and known.section is unit.section and known.reads_the_same(self.document):
            return known.html
        window.show(self.document)
        with template_problems(self.look):
            text = self._press.template(unit.template).render(
                unit=unit, section=unit.section, side=side, start=start, numbers=numbers
            )
        read = window.read
        html = HtmlUnit(
            unit.name,
            text,
            self.look.stylesheets,
            of_record=self._is_of_record(unit, read),
        )
        rendered[asked] = Rendered(unit.section, read, html)
        return html

    def side(self, number: int) -> str:
        """On which side of a spread a page lies: the first page of a book is its front."""
        return "right" if (number % 2 == 1) == (self.language.direction == "ltr") else "left"

    def twin(self, units: Sequence[Unit]) -> str:
        """The page for browsers that says what a file of these units says.

        Pictures and fonts are still named in it (`project:///…`).
        """
        self._press.window.show(self.document)
        with template_problems(self.look):
            template = self._press.template(f"twin/{self.format.kind}.html.j2")
            shown = {"units": units, "unit": units[0], "section": units[0].section}
            return template.render(**shown, title=self.title(units))

    def title(self, units: Sequence[Unit]) -> str:
        """The title of a file of these units; where each message has a file, it is named."""
        section, title = units[0].section, self.document.title
        if self.format.file_per != "message" or section is None:
            return title
        return f"{title} – {self.language.words['message']} {units[0].number}: {section.heading}"

    def metadata(self, units: Sequence[Unit]) -> Metadata:
        """What a file of these units says of itself."""
        return Metadata(
            title=self.title(units),
            language=self.language.tag,
            authors=(self.publication.publisher,),
            description=self.document.description,
            keywords=self.document.keywords,
            rights=self.publication.licence.text,
            issued=self.publication.issued,
        )

    def _is_of_record(self, unit: Unit, read: Mapping[str, object]) -> bool:
        """Whether what a unit shows is another thing for another record."""
        shared = self.stand_in
        if shared is None:
            return False
        sections = (shared.introduction, *shared.messages, shared.imprint)
        is_shared = unit.section is None or any(unit.section is each for each in sections)
        return not is_shared or any(getattr(shared, name) is not it for name, it in read.items())

    @cached_property
    def _press(self) -> Press:
        return self.press or Press(self._environment())

    def _environment(self) -> Environment:
        # Who reads a page in a browser is not told in which line of which file it was written.
        checked = not self.is_twin
        made = environment(self.look, self.source.ids if checked else {}, positions=checked)
        measures = measures_css(self.format)
        made.filters["display"] = partial(display, leading=self.language.words_before_word)
        made.globals.update(
            publication=self.publication,
            look=self.look,
            format=self.format,
            is_twin=self.is_twin,
            language=self.language,
            words=self.language.words,
            page_css=page_css(self.format) + measures + colour_css(self.look),
            colour_css=colour_css(self.look),
            messages_by_panel=partial(messages_by_panel, self.format),
            last_place=partial(last_place, self.format),
            reach=partial(reach, self.format),
            pictures=f"project:///{self.source.file.rpartition('/')[0]}/pictures",
        )
        return made
