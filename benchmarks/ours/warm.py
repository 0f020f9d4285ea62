"""Our pipeline in a process that stays (see `benchmarks.resident`).

What a live preview or a pool of workers will do: read, lay out what changed, write the PDF.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = "content/botschaften/de.yaml"


@contextmanager
def warm(folder: Path) -> Iterator[Callable[[], bytes]]:
    """One project; the function makes its web PDF anew."""
    from brochure.batch.building import build
    from brochure.batch.unchanged import planned
    from brochure.cli.entry import SELDOM
    from brochure.document.edition import Order
    from brochure.project import Project

    gc.set_threshold(*SELDOM)
    output = folder / "output"
    order = Order(("botschaften",), formats=("a5-brochure",), profiles=("web",))

    def make() -> bytes:
        project = Project(folder)  # as it is now
        (made,) = build(project, planned(project, order), output)
        (artifact,) = made.artifacts
        return (output / artifact.path).read_bytes()

    yield make
