"""What workers have at hand before their first job: the engine, its fonts and dictionaries."""

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from brochure.document.html import HtmlUnit
from brochure.project import Project

SAMPLE = "<html lang={language!r}><p style='hyphens: auto; text-align: justify'>Aa bb, ‘cc’.</p>"


@dataclass(frozen=True)
class WarmEngine:
    """Loads the layout engine with the fonts of a project."""

    root: Path
    languages: tuple[str, ...] = ()
    modules: tuple[str, ...] = field(default=(), compare=False)
    """What jobs import besides: the modules of their functions at least. Where the engine is loaded
    already, it does not matter which were: the rest loads quickly."""

    def __call__(self) -> None:
        """Load, and lay out a line, which loads what the engine puts off."""
        from brochure.layout.loading import forget_engines, load_engine

        project = Project(self.root)
        engine = load_engine(project.read, project.fonts)
        for module in self.modules:
            import_module(module)
        for language in self.languages or ("en",):
            _load_dictionary(language)
            engine.lay_out(_sample(language))
        forget_engines()  # its font map may have a thread, which no fork has


def _load_dictionary(language: str) -> None:
    import pyphen

    if known := pyphen.language_fallback(language):
        pyphen.Pyphen(lang=known)


def _sample(language: str) -> HtmlUnit:
    return HtmlUnit("sample", SAMPLE.format(language=language), ())
