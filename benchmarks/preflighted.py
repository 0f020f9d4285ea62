"""A print file judged by all rules, in a process that stays: 12 pages, or a poster with its ink."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SOURCE = "content/botschaften/de.yaml"


@dataclass(frozen=True)
class Judging:
    """A way to do the work that `benchmarks.resident` can call."""

    format: str
    ink: bool = False
    SOURCE: str = SOURCE

    @contextmanager
    def warm(self, folder: Path) -> Iterator[Callable[[], bytes]]:
        """A print file in memory; the function judges it, whatever the folder holds by then."""
        from brochure.catalog import Variant
        from brochure.preflight import Order, preflight

        data = _print_file(folder, self.format)
        order = Order(Variant.named("sheet-cmyk"), ink=self.ink)

        def judge() -> bytes:
            assert preflight(data, f"{self.format}.print.pdf", order).outcomes
            return data

        yield judge


brochure = Judging("a5-brochure")
poster = Judging("a1-poster", ink=True)


def _print_file(folder: Path, name: str) -> bytes:
    from brochure.batch.building import build
    from brochure.batch.unchanged import planned
    from brochure.document.edition import Order
    from brochure.project import Project

    project, output = Project(folder), folder / "output"
    order = Order(("botschaften",), formats=(name,), profiles=("print",))
    (made,) = build(project, planned(project, order), output)
    return (output / made.artifacts[0].path).read_bytes()
