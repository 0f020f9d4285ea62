"""The brochure as one HTML file, as somebody would write it for plain WeasyPrint.

Same markup, same styles, same pictures and fonts; only the cutting into units is undone.
"""

import re
import sys
from pathlib import Path

from brochure.catalog import Format, Language, Profile
from brochure.document.edition import Edition
from brochure.html import Renderer, units_of
from brochure.language import typeset
from brochure.planning import publication
from brochure.project import Project
from brochure.reading import look_of, read_source

BODY = re.compile(r'<body class="([^"]*)">(.*)</body>', re.DOTALL)
HEAD = re.compile(r"(<!doctype.*?)</head>", re.DOTALL)
FIRST_PAGE = re.compile(r"@page :first \{[^}]*\}|html \{ break-before: \w+ \}")


def plain_html(project: Project, starts: dict[str, int]) -> str:
    """One HTML text of the whole A5 brochure, its styles inside, its files by relative path."""
    edition = Edition("botschaften", "de", "a5-brochure", ("web",))
    source, settings = read_source(project, edition), publication(project, "botschaften")
    format_, profile = Format.named("a5-brochure"), Profile.named("web")
    language = Language.named("de")
    look = look_of(project, settings.look, format_.kind, profile.media)
    document = typeset(source.document, language)
    renderer = Renderer(settings, document, source, look, format_, profile, language)
    pages = [renderer.html(unit, "right", starts).html for unit in units_of(document, format_)[0]]
    head = FIRST_PAGE.sub("", HEAD.search(pages[0])[1])  # type: ignore[index]
    styles = "\n".join(sheet.text for sheet in look.stylesheets)
    bodies = [BODY.search(page) for page in pages]
    parts = [f'<div class="{body[1]}">{body[2]}</div>' for body in bodies if body]
    breaks = "body > div { break-after: page } body > div:last-child { break-after: auto }"
    html = f"{head}<style>{styles}\n{breaks}</style></head><body>{''.join(parts)}</body></html>"
    return html.replace("project:///", "")


if __name__ == "__main__":
    numbers = {"arbeit": 3, "formel": 4, "gestalten": 6, "stabil": 8, "zukunft": 10}
    Path(sys.argv[1]).write_text(plain_html(Project.find(Path.cwd()), numbers), "utf-8")
