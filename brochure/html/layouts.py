"""Does the layout that a section asks for fit it?

A template may say in its first line for whom it is and which kinds of block it can't do without:
`{# for: message; needs: list #}`. A look's template that says nothing is like the common one of its
name, or like the one that it extends; one that nobody says anything about fits everything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from brochure.catalog import Format
from brochure.diagnostics import Diagnostic, Span
from brochure.document.blocks import kind_of
from brochure.document.document import Section, Source, section_path
from brochure.document.look import Look
from brochure.html.environment import common_template, template_names
from brochure.html.units import Unit, units_of

HEADER = re.compile(r"\{#-?\s*for:\s*([\w-]+)\s*(?:;\s*needs:\s*([\w-]+(?:,\s*[\w-]+)*)\s*)?-?#\}")

EXTENDS = re.compile(r"\{%-?\s*extends\s+['\"]([^'\"]+)['\"]\s*-?%\}")


@dataclass(frozen=True)
class Fit:
    """For which part of a document a template is (empty: any), and the blocks it needs."""

    part: str = ""
    needs: tuple[str, ...] = ()


def wrong_layouts(source: Source, look: Look, format_: Format) -> Iterator[Diagnostic]:
    """A finding for each section whose layout is missing or does not fit, at the layout's line."""
    for units in units_of(source.document, format_):
        for unit in units:
            if unit.section:
                yield from _wrong(unit, unit.section, source, look)


def _wrong(unit: Unit, section: Section, source: Source, look: Look) -> Iterator[Diagnostic]:
    part = "message" if unit.number else unit.name
    fit, name, span = _fit(unit.template, look), _name(unit.template), _place(section, source)
    if fit is None or fit.part not in ("", part):
        kind = unit.template.partition("/")[0]
        fitting = [
            _name(other) for other in template_names(look, kind) if _suits(other, look, part)
        ]
        near = ", ".join(get_close_matches(name, fitting) or fitting) or "–"
        yield Diagnostic.of("html/template-missing", span, variant="layout", name=name, near=near)
        return
    kinds = set(map(kind_of, section.blocks))
    for need in fit.needs:
        if need not in kinds:
            yield Diagnostic.of("html/template-fault", span, variant="needs", name=name, kind=need)


def _fit(template: str, look: Look, asked: tuple[str, ...] = ()) -> Fit | None:
    """What a template says of itself; nothing when there is no such template."""
    texts = [look.templates[template][1]] if template in look.templates else []
    common = common_template(template)
    texts += [common.read_text("utf-8")] if common.is_file() else []
    for text in texts:
        if match := HEADER.match(text):
            return Fit(match[1], tuple(re.findall(r"[\w-]+", match[2] or "")))
    extended = [match[1] for text in texts if (match := EXTENDS.search(text))]
    if extended and extended[0] not in asked:  # two may extend each other; Jinja tells that
        return _fit(extended[0], look, (*asked, template))
    return Fit() if texts else None


def _suits(template: str, look: Look, part: str) -> bool:
    fit = _fit(template, look)
    return fit is not None and fit.part in ("", part)


def _name(template: str) -> str:
    return template.rpartition("/")[2].removesuffix(".html.j2")


def _place(section: Section, source: Source) -> Span | None:
    """Where the layout is written, or the section that says none."""
    path = section_path(source.document, section)
    return source.places.get((*path, "layout")) or source.ids.get(section.id)
