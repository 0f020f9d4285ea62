"""Many PDFs that others made, checked side by side; one that ends its process ends no other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from brochure.checking import CheckOrder, check_pdf
from brochure.diagnostics import Diagnostic, Span
from brochure.document.checked import Checked, unreadable

READERS = (
    "brochure.check.registry",
    "brochure.pdf.structure",
    "brochure.pdf.rendering",
    "brochure.picture_reading",
)
LIMIT_MIB = 400
"""A worker that has grown beyond it leaves, and another takes its place."""


@dataclass(frozen=True)
class WarmChecks:
    """Loads all checks and what reads files for them."""

    def __call__(self) -> None:
        """Load."""
        from brochure.check.registry import all_checks

        for module in READERS:
            import_module(module)
        all_checks()


def check_files(names: Sequence[str], profile: str, jobs: int) -> Iterator[Checked]:
    """How checks ended for each file, as it gets done."""
    asked = [(name, profile) for name in names]
    if min(jobs, len(asked)) < 2:
        yield from map(check_file, asked)
        return
    from brochure.batch.pool import Pool

    with Pool(min(jobs, len(asked)), WarmChecks(), LIMIT_MIB) as pool:
        for done in pool.run(check_file, asked):
            name = done.input[0]
            yield done.outcome if isinstance(done.outcome, Checked) else _lost(name, done.outcome)


def check_file(asked: tuple[str, str]) -> Checked:
    """One file by its name, with a profile of checks."""
    name, profile = asked
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        return unreadable(name, error)
    return check_pdf(data, name, CheckOrder.named(profile))


def _lost(name: str, cause: object) -> Checked:
    """A file that took its process with it: too large, or hostile."""
    finding = Diagnostic.of("check/unread", Span(name), error=type(cause).__name__)
    return Checked(name, unread=(finding,), file=name)
