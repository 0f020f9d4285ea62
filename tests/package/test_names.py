"""Names of files in a package."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.catalog import Condition, Format
from brochure.document.edition import Edition
from brochure.package import job_name, print_name

FOGRA39 = Condition.named("fogra39")
A5, LEAFLET = Format.named("a5-brochure"), Format.named("gate-leaflet")
GREETINGS = Edition("Grüße aus Köln", "de", "a5-brochure", ("print",))


@pytest.mark.parametrize(
    ("edition", "file", "format_", "pages", "identifier", "name"),
    [
        (
            GREETINGS,
            "a5-brochure.print.pdf",
            A5,
            8,
            "FOGRA39",
            "gruesse-aus-koeln-de_a5-brochure_148x210_08p_fogra39.pdf",
        ),
        (
            replace(GREETINGS, format="a2-poster"),
            "a2-poster-3.print.pdf",
            Format.named("a2-poster"),
            1,
            "PSO Uncoated v3 (FOGRA52)",
            "gruesse-aus-koeln-de_a2-poster-3_420x594_01p_pso-uncoated-v3-fogra52.pdf",
        ),
        (
            replace(GREETINGS, record="1", name="Straße 1"),
            "Straße 1.print.pdf",
            LEAFLET,
            120,
            "FOGRA39",
            "gruesse-aus-koeln-de_strasse-1_297x210_120p_fogra39.pdf",
        ),
        (
            replace(GREETINGS, publication="Привет", language="ru"),
            "x.print.pdf",
            replace(A5, width=75.5),
            4,
            "!",
            "x-ru_x_75-5x210_04p_x.pdf",
        ),
    ],
)
def test_print_file(
    edition: Edition, file: str, format_: Format, pages: int, identifier: str, name: str
) -> None:
    condition = replace(FOGRA39, identifier=identifier)
    assert print_name(edition, file, format_, pages, condition) == name


def test_job() -> None:
    assert job_name(GREETINGS) == "gruesse-aus-koeln-de_a5-brochure"
    record = replace(GREETINGS, record="1", name="Straße 1")
    assert job_name(record) == "gruesse-aus-koeln-de_strasse-1"


@given(st.text(), st.text(), st.text())
def test_any_name_is_one_that_every_system_takes(publication: str, file: str, known: str) -> None:
    edition = replace(GREETINGS, publication=publication)
    name = print_name(edition, file, A5, 12, replace(FOGRA39, identifier=known))
    assert re.fullmatch(r"[a-z0-9-]+-de_[a-z0-9-]+_148x210_12p_[a-z0-9-]+\.pdf", name)
    assert len(name) < 200
