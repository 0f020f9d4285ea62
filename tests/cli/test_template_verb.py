"""`brochure template`: a PDF and a picture a side, the project's own formats too."""

from pathlib import Path
from typing import Any

from brochure.diagnostics import ExitCode

OWN = """kind = "poster"
width = 500
height = 700
bleed = 5
units = ["messages"]
file_per = "message"
title = { de = "Plakat 50 × 70", en = "50 × 70 poster" }
"""


def project(tmp_path: Path) -> Path:
    for folder in ("content", "styles", "fonts", "formats"):
        (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / "formats/b2-poster.toml").write_text(OWN, "utf-8")
    return tmp_path


def test_templates_of_formats(call: Any, tmp_path: Path) -> None:
    words = ("--project", str(project(tmp_path)), "--output", str(tmp_path / "out"))
    result = call("template", "dl-leaflet", "b2-poster", *words)
    assert result.exit_code == ExitCode.MADE
    names = [Path(line).name for line in result.stdout.splitlines()]
    made = ["dl-leaflet.pdf", "dl-leaflet-1.png", "dl-leaflet-2.png", "b2-poster.pdf"]
    assert names == [*made, "b2-poster-1.png"]
    assert {path.name for path in (tmp_path / "out/templates").iterdir()} >= set(names)


def test_an_unknown_format(call: Any, tmp_path: Path) -> None:
    result = call("template", "b2-postre", "--project", str(project(tmp_path)))
    assert result.exit_code == ExitCode.USAGE
    assert "b2-poster" in result.stderr
    assert not (tmp_path / "output").exists()
