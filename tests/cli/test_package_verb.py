"""`brochure package`: what is asked for, what is refused, how it ends."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from brochure import packaging
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.edition import Made
from brochure.packaging import Packed

SMALL_TEXT = Diagnostic.of(
    "print/small-text",
    Span("print/a.pdf", page=1),
    Severity.WARNING,
    size=7,
    inks=2,
    least=8,
    count=1,
)
NO_INTENT = Diagnostic.of("print/no-pdf", Span("print/a.pdf"))


class Packer:
    """Packs nothing, and remembers what it was asked."""

    def __init__(self) -> None:
        self.lacking: set[str] = set()
        self.findings: Sequence[Diagnostic] = ()
        self.with_errors = False

    def without_print(self, project: object, publication: str) -> Diagnostic | None:
        span = Span(f"content/{publication}/publication.yaml", 7, 1)
        found = Diagnostic.of("package/no-print", span, publication=publication)
        return found if publication in self.lacking else None

    def packed(self, project: object, made: Made, output: Path, *, with_errors: bool) -> Packed:
        self.with_errors = with_errors
        errors = sum(item.severity is Severity.ERROR for item in self.findings)
        if errors and not with_errors:
            refused = Diagnostic.of(
                "package/refused", None, variant="one", name="job", count=errors
            )
            return Packed(made.edition, diagnostics=(*self.findings, refused))
        file = f"{made.edition.folder}/job_{made.edition.format}.zip"
        return Packed(made.edition, file, 2_500_000, 12, ("ticket.json",), tuple(self.findings))


@pytest.fixture
def packer(monkeypatch: pytest.MonkeyPatch, fake: Any) -> Packer:
    packer = Packer()
    for name in ("without_print", "packed"):
        monkeypatch.setattr(packaging, name, getattr(packer, name))
    monkeypatch.setattr(packaging, "PROFILE", "web")  # all that the pipeline of these tests knows
    return packer


def test_a_package_a_product(call: Any, packer: Packer, fake: Any, project: Path) -> None:
    result = call("package", "botschaften", "--language", "de")
    assert result.exit_code == 0, result.stderr
    folder = project / "output/botschaften/de"
    paths = [str(folder / f"job_{name}.zip") for name in ("a5-brochure", "dl-leaflet")]
    assert result.stdout.splitlines() == paths
    assert "2 packages for the print shop in output/: nothing found" in result.stderr
    assert fake.order.profiles == ("web",)


def test_a_program_reads_what_is_in_them(call: Any, packer: Packer) -> None:
    packer.findings = [SMALL_TEXT]
    words = ("package", "--format", "a5-brochure", "--report", "json")
    report = json.loads(call(*words).stdout)
    (package,) = report["packages"]
    assert package["file"] == "botschaften/de/job_a5-brochure.zip"
    assert (package["pages"], package["contents"]) == (12, ["ticket.json"])
    assert package["codes"] == ["print/small-text"]
    assert [Path(file).name for file in report["files"]] == ["job_a5-brochure.zip"]


def test_files_with_errors_are_not_handed_over(call: Any, packer: Packer) -> None:
    packer.findings = [NO_INTENT]
    result = call("package", "--format", "a5-brochure")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[package/refused]" in result.stderr and "--with-errors" in result.stderr
    assert "[print/no-pdf]" in result.stderr
    assert "0 packages" in result.stderr


def test_unless_that_is_asked_for(call: Any, packer: Packer) -> None:
    packer.findings = [NO_INTENT]
    result = call("package", "--format", "a5-brochure", "--with-errors")
    assert result.exit_code == 0 and packer.with_errors
    assert "[print/no-pdf]" in result.stderr


def test_content_that_is_wrong_is_told_as_when_it_is_built(
    call: Any, packer: Packer, fake: Any
) -> None:
    fake.stopped = {"a5-brochure"}
    fake.findings = {"a5-brochure": (Diagnostic.of("project/encoding", Span("content/x.yaml", 3)),)}
    result = call("package")
    assert result.exit_code == 3
    assert "[project/encoding]" in result.stderr
    assert [Path(line).name for line in result.stdout.splitlines()] == ["job_dl-leaflet.zip"]


def test_a_publication_without_print_is_told_at_its_line(call: Any, packer: Packer) -> None:
    packer.lacking = {"botschaften"}
    for words in (("package",), ("package", "botschaften")):
        result = call(*words)
        assert result.exit_code == 3
        assert "content/botschaften/publication.yaml:7:1" in result.stderr
        assert "add `print` to the `profiles`" in result.stderr


def test_unknown_names_are_usage_errors(call: Any, packer: Packer) -> None:
    for words, code in (
        (("package", "botschaft"), "unknown-publication"),
        (("package", "--format", "a5"), "unknown-format"),
        (("package", "--profile", "web"), "no-such-option"),
    ):
        result = call(*words)
        assert result.exit_code == 2
        assert f"[cli/{code}]" in result.stderr
