"""What the structure tree and the finish cost: the same pages painted with and without them.

Prints JSON: seconds of cpu for the 12-page brochure, each the median of several, in one process.
"""

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from brochure.catalog import Format, Language, Profile
from brochure.compilation import compile_units
from brochure.document.edition import Edition
from brochure.html import Renderer, units_of
from brochure.language import typeset
from brochure.layout.loading import load_engine
from brochure.pdf.finish import linearised
from brochure.pdf.join import join
from brochure.planning import placed_publication
from brochure.project import Project
from brochure.reading import look_of, read_source


def measure(rounds: int) -> dict[str, float]:
    """Untagged painting by the engine; ours with tree, links and finish; the part of qpdf in it."""
    project = Project.find(Path.cwd())
    edition = Edition("botschaften", "de", "a5-brochure", ("web",))
    source, (settings, _) = (
        read_source(project, edition),
        placed_publication(project, "botschaften"),
    )
    format_, profile = Format.named("a5-brochure"), Profile.named("web")
    language = Language.named("de")
    look = look_of(project, settings.look, format_.kind, profile.media)
    document = typeset(source.document, language)
    renderer = Renderer(settings, document, source, look, format_, profile, language)
    engine = load_engine(project.read, project.fonts)
    fragments = compile_units(
        units_of(document, format_)[0],
        lambda unit, start, numbers: engine.lay_out(renderer.html(unit, start, numbers)),
    )
    pages = [page for fragment in fragments for page in fragment.laid_out.pages]
    plain = fragments[0].laid_out.copy(pages)
    start = time.process_time()
    importlib.import_module("pikepdf")
    loading = round(time.process_time() - start, 4)
    data = join(fragments, profile, b"bench").pdf.data
    return {
        "loading pikepdf": loading,
        "untagged": _median(rounds, lambda: plain.copy(pages).write_pdf()),
        "tagged": _median(rounds, lambda: join(fragments, profile, b"bench")),
        "linearised": _median(rounds, lambda: linearised(data)),
    }


def _median(rounds: int, work: Callable[[], object]) -> float:
    work()  # imports, fonts
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return round(statistics.median(seconds), 4)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
