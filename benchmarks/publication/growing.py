"""Publications that grow: a brochure of N pages, a list of N people, in typical German.

The same seed gives the same text. A chapter is one unit and runs over several pages, so that the
contents stay one page however long the brochure is.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import yaml

NAME = "wachstum"
AROUND = 3
"""Cover, contents, back."""
CHAPTERS = 8
PARAGRAPHS = 6
"""Paragraphs of one page."""

LAYOUT = """{# for: message #}
{# A chapter that runs over several pages. #}
{% extends 'unit.html.j2' %}
{% block class %}message message-{{ (unit.number - 1) % 5 + 1 }}{% endblock %}
{% block body %}
<section>
{% for blocks in section.blocks | batch(PARAGRAPHS) %}
<div class="page page-text" data-fit="page">
{% if loop.first %}
<h2 class="section-heading" id="{{ section.id }}">{{ section.heading | display }}</h2>
{% endif %}
<div class="columns">
{% for block in blocks %}
{{ show(block) }}
{% endfor %}
</div>
</div>
{% endfor %}
</section>
{% endblock %}
""".replace("PARAGRAPHS", str(PARAGRAPHS))

WHO = ("die Stadtverwaltung", "das Bürgerbüro", "die Volkshochschule", "das Jugendamt")
DOES = ("plant", "fördert", "ermöglicht", "begleitet", "unterstützt", "erneuert")
WHAT = (
    "gemeinsam mit den Anwohnerinnen und Anwohnern",
    "nach dem Beschluss des Stadtrates",
    "trotz knapper Haushaltsmittel",
    "in enger Abstimmung mit den Wohlfahrtsverbänden",
    "auf dem ehemaligen Zechengelände",
)
WHICH = (
    "neue Straßenbahnhaltestellen und Fahrradabstellanlagen",
    "die Kindertagesbetreuung in den Stadtteilen",
    "Veranstaltungen für Seniorinnen und Senioren",
    "barrierefreie Wohnungen in der Innenstadt",
    "die Zusammenarbeit der Hochschulen und Unternehmen",
)
FIRST = ("Aylin", "Bernd", "Carla", "Dieter", "Elif", "Frank", "Hakan", "Ilse", "Maria", "Olga")
LAST = ("Müller", "Yıldız", "Schmidt", "Kowalski", "Schäfer", "Großmann", "Öztürk", "Weiß")
PARTS = ("Langendreer", "Wattenscheid", "Weitmar", "Stiepel", "Querenburg", "Hordel", "Riemke")


def write(project: Path, pages: int) -> None:
    """Add a brochure of so many pages to a project."""
    layout = project / "styles/ermoeglicher/templates/brochure/chapter.html.j2"
    layout.write_text(LAYOUT, "utf-8")
    folder = project / "content" / NAME
    folder.mkdir()
    settings = (project / "content/botschaften/publication.yaml").read_text("utf-8")
    (folder / "publication.yaml").write_text(settings, "utf-8")
    (folder / "de.yaml").write_text(yaml.safe_dump(document(pages), allow_unicode=True), "utf-8")


def document(pages: int) -> dict[str, object]:
    """The content of a brochure of so many pages."""
    chance = random.Random(pages)
    chapters = min(CHAPTERS, pages - AROUND)
    each, longer = divmod(pages - AROUND, chapters)
    return {
        "title": f"{pages} Seiten für Bochum",
        "subtitle": "Ein Bericht, der wächst",
        "claim": "So lang, wie er sein soll",
        "description": "Eine Broschüre, an der gemessen wird.",
        "introduction": {
            "id": "einleitung",
            "heading": "Was hier steht",
            "layout": "contents",
            "blocks": [{"id": "anfang", "text": sentence(chance)}],
        },
        "messages": [
            _chapter(number, each + (number <= longer), chance) for number in range(1, chapters + 1)
        ],
        "imprint": {
            "id": "impressum",
            "heading": "Impressum",
            "layout": "back",
            "blocks": [{"id": "wer", "text": "Stadt Bochum."}],
        },
    }


def records(count: int) -> Iterator[dict[str, str]]:
    """So many people, for a merge of data."""
    chance = random.Random(count)
    for number in range(1, count + 1):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        yield {"id": f"{number:05}", "name": f"{first} {last}", "district": chance.choice(PARTS)}


def sentence(chance: random.Random) -> str:
    """A sentence as it stands in a report of a city."""
    who, does, what, which = map(chance.choice, (WHO, DOES, WHAT, WHICH))
    return f"{who[0].upper()}{who[1:]} {does} {what} {which}."


def _chapter(number: int, pages: int, chance: random.Random) -> dict[str, object]:
    blocks = [
        {"id": f"k{number}-{index}", "text": f"{sentence(chance)} {sentence(chance)}"}
        for index in range(pages * PARAGRAPHS)
    ]
    return {
        "id": f"kapitel-{number}",
        "heading": f"Kapitel {number}",
        "layout": "chapter",
        "blocks": blocks,
    }
