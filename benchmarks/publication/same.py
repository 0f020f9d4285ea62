"""The A5 brochure of Bochum for the peers: one folder with the same words, pictures and styles.

`index.html` is for the engines of paged HTML, `brochure.typ` with `content.json` for Typst. Both
are made from the same typeset document that our own units are made from.
"""

import json
import shutil
from base64 import b64decode
from dataclasses import asdict
from pathlib import Path

from benchmarks.publication.plain_html import plain_html
from brochure.catalog import Format, Language
from brochure.document.blocks import FigureBlock
from brochure.document.edition import Edition
from brochure.html import Renderer, expected_texts, units_of
from brochure.html.diagram import strategy_svg
from brochure.language import typeset
from brochure.planning import publication
from brochure.project import Project
from brochure.reading import look_of, read_source

TYPST = Path(__file__).with_name("brochure.typ")


def renderer_of(project: Project) -> Renderer:
    """The brochure, read and typeset, as our pipeline has it before its units are made."""
    edition = Edition("botschaften", "de", "a5-brochure", ("web",))
    source, settings = read_source(project, edition), publication(project, "botschaften")
    format_ = Format.named("a5-brochure")
    language = Language.named("de")
    look = look_of(project, settings.look, format_.kind)
    document = typeset(source.document, language)
    return Renderer(settings, document, source, look, format_, language)


def write(project: Project, folder: Path) -> tuple[str, ...]:
    """Write all files for the peers; the texts that each of their PDFs must give back."""
    renderer = renderer_of(project)
    shutil.copytree(Path(project.root) / "content/botschaften/pictures", folder / "pictures")
    shutil.copy(TYPST, folder)
    (folder / "index.html").write_text(plain_html(renderer), "utf-8")
    (folder / "content.json").write_text(_content(renderer), "utf-8")
    (folder / "strategy.svg").write_bytes(_diagram(renderer))
    units = units_of(renderer.document, renderer.format)[0]
    return expected_texts(renderer.document, renderer.format, units)


def _content(renderer: Renderer) -> str:
    content = asdict(renderer.document) | {
        "publisher": renderer.publication.publisher,
        "words": renderer.language.words,
        "colours": {colour.name: colour.srgb for colour in renderer.look.colours},
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _diagram(renderer: Renderer) -> bytes:
    (diagram,) = (
        block.figure.diagram
        for message in renderer.document.messages
        for block in message.blocks
        if isinstance(block, FigureBlock) and block.figure.diagram
    )
    return b64decode(strategy_svg(diagram, renderer.look).partition(",")[2])
