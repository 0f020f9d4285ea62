"""A project whose pipeline answers at once, and a way to call the command."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from brochure import pipeline
from brochure.batch import building
from brochure.cli.main import main
from brochure.diagnostics import Diagnostic
from brochure.document.edition import Artifact, Edition, Made, Order
from brochure.project import Project

Call = Callable[..., Result]
FORMATS = ("a5-brochure", "dl-leaflet")


class FakePipeline:
    """Makes what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.order = Order()
        self.output = Path()
        self.strict = False
        self.findings: dict[str, tuple[Diagnostic, ...]] = {}
        self.stopped: set[str] = set()
        self.error: BaseException | None = None

    def plan(self, project: Project, order: Order) -> tuple[Edition, ...]:
        self.order = order
        for kind, asked, known in (
            ("publication", order.publications, ("botschaften",)),
            ("language", order.languages, ("de",)),
            ("format", order.formats, FORMATS),
            ("profile", order.profiles, ("web",)),
        ):
            for name in asked:
                if name not in known:
                    raise pipeline.UnknownName(kind, name, known)
        formats = [name for name in FORMATS if not order.formats or name in order.formats]
        return tuple(Edition("botschaften", "de", name, ("web",)) for name in formats)

    def build(
        self,
        project: Project,
        editions: Sequence[Edition],
        output: Path,
        *,
        strict: bool = False,
        jobs: int,
    ) -> Iterator[Made]:
        self.output, self.strict = output, strict
        for edition in editions:
            if self.error:
                raise self.error
            yield self.made(edition)

    def check(
        self,
        project: Project,
        compiler: object,
        editions: Sequence[Edition],
        output: Path,
        today: str,
    ) -> Iterator[Made]:
        for edition in editions:
            yield Made(edition, diagnostics=self.findings.get(edition.format, ()))

    def made(self, edition: Edition) -> Made:
        findings = self.findings.get(edition.format, ())
        if edition.format in self.stopped:
            return Made(edition, diagnostics=findings)
        name = edition.file_name("web", "pdf")
        artifact = Artifact(name, edition, "web", b"", 12, "5 Botschaften", "de", size=1200)
        files = (artifact.path, f"{edition.folder}/manifest.json")
        return Made(edition, (artifact,), findings, files)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, and the current folder in it."""
    for name in ("content/botschaften", "styles", "fonts"):
        (tmp_path / name).mkdir(parents=True)
    text = "title: 5 Botschaften\nformats: [a5]\n"
    (tmp_path / "content/botschaften/publication.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """The pipeline of this test."""
    pipeline_ = FakePipeline()
    for owner, name in ((pipeline, "plan"), (building, "build"), (pipeline, "check")):
        monkeypatch.setattr(owner, name, getattr(pipeline_, name))
    return pipeline_


@pytest.fixture
def call(project: Path, fake: FakePipeline) -> Call:
    """Call `brochure` with words, in English unless the environment says otherwise."""

    def call(*words: str, **environment: str) -> Result:
        clean: dict[str, Any] = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": "C.UTF-8"}
        return CliRunner().invoke(main, list(words), env={**clean, **environment})

    return call
