"""The print file of 12 pages judged by all rules but that of ink, in a process that stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = "content/botschaften/de.yaml"


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """A print file in memory; the function judges it, whatever the folder holds by then."""
    from brochure.catalog import Variant
    from brochure.preflight import Order, preflight

    data, order = _print_file(folder), Order(Variant.named("sheet-cmyk"))

    def judge() -> bytes:
        assert preflight(data, "a5-brochure.print.pdf", order).outcomes
        return data

    yield judge


def _print_file(folder: Path) -> bytes:
    from brochure.batch.building import build
    from brochure.batch.unchanged import planned
    from brochure.document.edition import Order
    from brochure.project import Project

    project, output = Project(folder), folder / "output"
    order = Order(("botschaften",), formats=("a5-brochure",), profiles=("print",))
    (made,) = build(project, planned(project, order), output)
    (artifact,) = made.artifacts
    return (output / artifact.path).read_bytes()
