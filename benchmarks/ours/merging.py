"""Data merge: the line on the cover is a record's, eleven of twelve pages are the same for all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.edits import EDITS

SOURCE = "edited.txt"
"""Records lie in a file of their own; what the peers edit is only counted here."""
PUBLICATION = "content/botschaften"
DATA = """
data:
  file: data/records.csv
  key: number
  file_name: "{{ format }}-{{ record.number }}"
  fields:
    number: text
    line: text
"""
MANY = 2000


def write(project: Path, count: int) -> None:
    """Make the brochure of a project one that speaks of so many records."""
    line, filled = EDITS["record"]
    folder = project / PUBLICATION
    settings, text = folder / "publication.yaml", folder / "de.yaml"
    settings.write_text(settings.read_text("utf-8") + DATA, "utf-8")
    text.write_text(text.read_text("utf-8").replace(line, '"{{ record.line }}"'), "utf-8")
    (folder / "data").mkdir()
    rows = (f"{number},{filled.format(number)}\n" for number in range(1, count + 1))
    (folder / "data/records.csv").write_text("number,line\n" + "".join(rows), "utf-8")
    (project / SOURCE).write_text(line, "utf-8")


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """One process for all records; the function makes the next one's PDF and writes it."""
    import gc

    from brochure.batch.building import build
    from brochure.batch.unchanged import planned
    from brochure.cli.entry import SELDOM
    from brochure.document.edition import Order
    from brochure.project import Project

    gc.set_threshold(*SELDOM)
    project = Project(folder)
    order = Order(("botschaften",), formats=("a5-brochure",), profiles=("web",))
    made = build(project, planned(project, order), folder / "output")

    def make() -> bytes:
        (artifact,) = next(made).artifacts
        return (folder / "output" / artifact.path).read_bytes()

    yield make
