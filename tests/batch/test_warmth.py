"""Workers have the engine at hand, with the project's fonts alone, and lay out like anybody."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jobs

from brochure.batch.pool import Pool
from brochure.batch.warmth import WarmEngine
from brochure.diagnostics import Problems
from brochure.document.html import HtmlUnit
from brochure.layout.loading import load_engine
from brochure.project import Project

TEXT = "Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrt "


@cache
def engine(root: Path) -> Any:
    project = Project(root)
    return load_engine(project.read, project.fonts)


def lay_out(task: tuple[Path, int]) -> list[tuple[float, ...]]:
    root, count = task
    style = "hyphens: auto; width: 5cm; font-family: Source Sans 3; text-align: justify"
    html = f"<html lang=de><p id=a data-fit=x style='{style}'>{TEXT * count}</p>"
    fragment = engine(root).lay_out(HtmlUnit("a", html, ()))
    return [(box.x, box.y, box.width, box.height, box.content_bottom) for box in fragment.boxes]


def loaded(_: object) -> tuple[bool, str | None, int]:
    fonts = os.environ.get("FONTCONFIG_FILE")
    return "weasyprint" in sys.modules, fonts, len(os.listdir("/proc/self/task"))


def test_the_engine_is_there_before_the_first_job(project_root: Path) -> None:
    with Pool(2, WarmEngine(project_root, ("de",))) as pool:
        fonts = str(project_root / "fonts/fonts.conf")
        assert pool.submit(loaded, 0).result(60) == (True, fonts, 1)


def test_a_page_is_the_same_in_a_worker_and_here(project_root: Path) -> None:
    tasks = [(project_root, count) for count in (1, 5, 20, 50)]
    with Pool(2, WarmEngine(project_root, ("de", "xx"))) as pool:
        done = {item.input: item.result() for item in pool.run(lay_out, tasks)}
    assert done == {task: lay_out(task) for task in tasks}


def test_fonts_that_cannot_be_used_are_told_by_every_job(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    with Pool(1, WarmEngine(tmp_path)) as pool:
        (done,) = pool.run(jobs.square, [1])
    assert isinstance(done.outcome.error, Problems)  # type: ignore[union-attr]
    assert done.outcome.error.diagnostics  # type: ignore[union-attr]
