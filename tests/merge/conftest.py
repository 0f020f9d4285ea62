"""The letter to every quarter, with its pictures, as a project of its own."""

import csv
import shutil
from pathlib import Path

import pytest
from PIL import Image

from brochure.project import Project

ROOT = Path(__file__).resolve().parents[2]
BRIEF = Path(__file__).parent / "brief"


def put_brief(root: Path) -> Path:
    """The publication with a picture for each record; its folder."""
    folder = root / "content" / "brief"
    shutil.copytree(BRIEF, folder)
    for name in ("styles", "fonts"):
        (root / name).symlink_to(ROOT / name)
    pictures = folder / "pictures" / "quartiere"
    pictures.mkdir(parents=True)
    text = (folder / "data/quartiere.csv").read_text("utf-8-sig")
    for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter=";")):
        Image.new("RGB", (60, 40), (10 * number, 120, 200)).save(pictures / row["foto"])
    return folder


@pytest.fixture
def brief(tmp_path: Path) -> Project:
    put_brief(tmp_path)
    return Project(tmp_path)
