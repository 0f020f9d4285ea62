"""What all checks find of what an edition is made from: its text, its pages as laid out."""

from collections.abc import Iterator
from dataclasses import replace

from brochure.catalog import CheckProfile, Format, Profile
from brochure.check.registry import all_checks, judged, rules_of
from brochure.compilation import compile_units
from brochure.compiler import Compiler
from brochure.document.blocks import FigureBlock
from brochure.document.checked import Checked
from brochure.document.document import Source
from brochure.document.edition import Edition
from brochure.document.fragment import Outline
from brochure.document.layout import Layout
from brochure.document.palette import Palette
from brochure.document.writing import Writing
from brochure.html import Renderer, units_of
from brochure.html.diagram import palette_of
from brochure.preparation import prepare
from brochure.project import Project

SCREEN = Profile.named("web")
"""Pages are the same for all profiles that are PDF; this one stands for them."""


def check_profile(format_: Format, profile: str) -> str:
    """Which profile of checks a format has in a profile of files."""
    return "poster" if format_.kind == "poster" and profile == "web" else profile


def check_writing(project: Project, source: Source, profile: CheckProfile) -> Checked:
    """What checks find of the words of a text, as they were written."""
    writing = Writing(source, project.text(source.file))
    outcomes = judged(all_checks(), writing, rules_of(profile.rules, source.file))
    return Checked(source.file, outcomes=tuple(outcomes))


def check_pages(
    project: Project, compiler: Compiler, edition: Edition, profile: CheckProfile
) -> Iterator[Checked]:
    """What checks find of each file's pages; `Problems` where they can't be laid out."""
    prepared = prepare(project, replace(edition, profiles=(SCREEN.name,)))
    renderer = prepared.renderer(SCREEN)
    rules = rules_of(profile.rules, "")
    for number, units in enumerate(units_of(prepared.source.document, prepared.format), start=1):
        of_many = number if prepared.format.file_per == "message" else None
        bodies = tuple(unit.body for unit in compile_units(compiler, renderer, units))
        outline = Outline(tuple(heading for body in bodies for heading in body.headings))
        subjects = (Layout(bodies, prepared.format, prepared.source), outline)
        outcomes = [item for subject in subjects for item in judged(all_checks(), subject, rules)]
        name = edition.file_name(SCREEN.name, SCREEN.extension, of_many)
        pages = sum(body.pages for body in bodies)
        yield Checked(f"{edition.folder}/{name}", pages, tuple(outcomes))
    yield from _diagrams(renderer, profile)


def _diagrams(renderer: Renderer, profile: CheckProfile) -> Iterator[Checked]:
    rules = rules_of(profile.rules, renderer.source.file)
    for palette in _palettes(renderer):
        outcomes = tuple(judged(all_checks(), palette, rules))
        yield Checked(str(palette.span or renderer.source.file), outcomes=outcomes)


def _palettes(renderer: Renderer) -> Iterator[Palette]:
    """The colours of each diagram of the text."""
    document = renderer.source.document
    for section in (document.introduction, *document.messages):
        for block in section.blocks:
            if isinstance(block, FigureBlock) and (diagram := block.figure.diagram):
                place = renderer.source.ids.get(block.id) if block.id else None
                yield palette_of(diagram, renderer.look, place)
