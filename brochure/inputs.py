"""Which files a finished file was made from: the manifest's list and the source of its /ID."""

from collections.abc import Callable, Iterable

from brochure import __version__
from brochure.document.data import Record
from brochure.document.edition import Input
from brochure.html import Renderer


def of_file(
    renderer: Renderer, shown: Iterable[str], digest: Callable[[str], str]
) -> tuple[Input, ...]:
    """Every file of the project that shaped one, with its hash; `shown`: pictures and fonts."""
    look = renderer.look
    folder = renderer.source.file.rpartition("/")[0]
    files = {renderer.source.file, f"{folder}/publication.yaml"}
    files |= {sheet.file for sheet in look.stylesheets}
    files |= {file for file, _ in look.templates.values()}
    files |= {f"styles/{look.name}/look.toml", f"styles/{look.name}/colours.toml"}
    files |= set(shown)
    return tuple(Input(file, found) for file in sorted(files) if (found := digest(file)))


def identity(name: str, inputs: Iterable[Input], record: Record | None = None) -> bytes:
    """Bytes that differ whenever the file or anything it was made from differs.

    Of a file of records only the own one counts.
    """
    lines = [f"{item.file} {item.sha256}" for item in inputs]
    lines += [repr(sorted(record.values.items()))] if record else []
    return "\n".join([__version__, name, *lines]).encode()
