"""The print condition of a publication, from its settings and its profile."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms

from brochure.catalog import Condition
from brochure.diagnostics import Problems, Span
from brochure.diagnostics.show import show
from brochure.document.document import Publication
from brochure.document.printing import Print
from brochure.planning import placed_publication
from brochure.printing import condition_of
from brochure.project import Project

SETTINGS = """title: Unsere Stadt
publisher: Stadt Bochum
issued: 2026-11-23
languages: [de]
formats: [a5-brochure]
look: plain
profiles: [web]
contact: {name: Stadt Bochum}
licence: {text: © Stadt Bochum, pictures: CC BY 4.0}
"""
OWN = """print:
  profile: profiles/press.icc
  identifier: FOGRA51
  ink_limit: 280
"""
ROOT = Path(__file__).resolve().parents[1]
PRESS = Condition.named("fogra39").icc
SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def damaged(at: int, new: bytes) -> bytes:
    return PRESS[:at] + new + PRESS[at + len(new) :]


OTHER_PRESS = damaged(35, b"\x07")
"""As whole as it was, made seven seconds later."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for folder in ("content/x", "styles/plain", "fonts", "profiles"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "styles/plain/look.toml").touch()
    return Project(tmp_path)


def read(project: Project, print_: str) -> Condition:
    (project.root / "content/x/publication.yaml").write_text(SETTINGS + print_, "utf-8")
    return condition_of(project, *placed_publication(project, "x"))


def test_without_a_word_it_is_offset_on_coated_paper(project: Project) -> None:
    condition = read(project, "")
    assert condition == Condition.named("fogra39")
    assert (condition.identifier, condition.registry) == ("FOGRA39", "http://www.color.org")
    assert (condition.ink_limit, condition.intent) == (300, "relative")


def test_a_shop_may_ask_for_less_ink(project: Project) -> None:
    condition = read(project, "print: {ink_limit: 260, intent: perceptual}\n")
    assert (condition.ink_limit, condition.intent) == (260, "perceptual")


def test_a_profile_of_one_s_own(project: Project) -> None:
    (project.root / "profiles/press.icc").write_bytes(PRESS)
    condition = read(project, OWN)
    assert (condition.name, condition.identifier) == ("press", "FOGRA51")
    assert condition.registry == "http://www.color.org"
    assert condition.info == "Coated FOGRA39, 300 % ink (brochure)"  # what the profile says
    assert condition.icc == PRESS
    assert condition.ink_limit == 280


def test_a_name_that_no_registry_has(project: Project) -> None:
    (project.root / "profiles/press.icc").write_bytes(PRESS)
    assert read(project, OWN.replace("FOGRA51", "Our newsprint 2026")).registry == ""


BAD = {
    "missing": (None, "condition/profile-missing"),
    "empty": (b"", "condition/profile-damaged"),
    "text": (b"not a profile " * 20, "condition/profile-damaged"),
    "cut": (PRESS[:100_000], "condition/profile-damaged"),
    "header alone": (PRESS[:128], "condition/profile-damaged"),
    "tables lost": (damaged(140, bytes(200)), "condition/profile-damaged"),
    "of a screen": (SCREEN, "condition/profile-inks"),
    "of a scanner": (damaged(12, b"scnr"), "condition/profile-class"),
    "device link": (damaged(12, b"link"), "condition/profile-class"),
    "seven inks": (damaged(16, b"7CLR"), "condition/profile-inks"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_profile_that_will_not_do_is_told_where_it_is_named(project: Project, name: str) -> None:
    data, code = BAD[name]
    if data is not None:
        (project.root / "profiles/press.icc").write_bytes(data)
    with pytest.raises(Problems) as caught:
        read(project, OWN)
    (finding,) = caught.value.diagnostics
    assert finding.code == code
    assert finding.span == Span("content/x/publication.yaml", 11, 12, len("profiles/press.icc"))
    assert "fogra39" in show(finding, "en", lambda _: []) or code.endswith(("damaged", "class"))


def test_a_profile_outside_the_project_is_not_read(project: Project, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.icc"
    outside.write_bytes(PRESS)
    (project.root / "profiles/press.icc").symlink_to(outside)
    with pytest.raises(Problems) as caught:
        read(project, OWN)
    assert caught.value.diagnostics[0].code == "condition/profile-missing"


def test_a_condition_that_is_not_in_the_catalogue(project: Project) -> None:
    with pytest.raises(Problems) as caught:
        read(project, "print:\n  condition: fogra38\n")
    (finding,) = caught.value.diagnostics
    assert finding.code == "project/unknown-condition"
    assert finding.span == Span("content/x/publication.yaml", 11, 14, len("fogra38"))
    assert "fogra39" in show(finding, "de", lambda _: [])


def test_a_build_knows_when_the_profile_was_another(project: Project) -> None:
    """What was made is kept by the answers that the project gave."""
    file = project.root / "profiles/press.icc"
    file.write_bytes(PRESS)
    seen = project.observed()
    read(seen, OWN)
    assert Project(project.root).answers_the_same(seen.asked)
    file.write_bytes(OTHER_PRESS)
    assert not Project(project.root).answers_the_same(seen.asked)


def test_what_no_setting_says_is_as_most_print_shops_ask() -> None:
    assert Print().marks == ()
    assert Print().colour == "inks"
    assert Publication.__dataclass_fields__["print"].default is None


def test_a_file_embeds_the_profile_and_names_it_as_its_input(tmp_path: Path) -> None:
    for folder in ("content", "styles", "fonts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    settings = tmp_path / "content/botschaften/publication.yaml"
    settings.write_text(settings.read_text("utf-8") + OWN.replace("profiles/", "content/"), "utf-8")
    (tmp_path / "content/press.icc").write_bytes(OTHER_PRESS)
    order = ["--format", "dl-leaflet", "--profile", "print", "--output", str(tmp_path / "output")]
    subprocess.run(
        [sys.executable, "-m", "brochure", "--project", str(tmp_path), "build", *order],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    folder = tmp_path / "output/botschaften/de"
    with pikepdf.open(folder / "dl-leaflet.print.pdf") as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == OTHER_PRESS
        assert intent.OutputConditionIdentifier == "FOGRA51"
        assert intent.RegistryName == "http://www.color.org"
    assert "content/press.icc" in (folder / "manifest.json").read_text("utf-8")
