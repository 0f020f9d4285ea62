"""A process that stays and makes a file for each edit: `python -m benchmarks.resident MODULE …`.

It reads lines such as `word 3` and answers `made`. The module, or the value in it that a word like
`MODULE:NAME` names, has `SOURCE`, the file that is edited, and `warm(folder)`, a context in which a
function makes the PDF of what the folder holds.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.edits import edited
from benchmarks.processes import adopt_orphans


def main(module: str, folder: Path, target: Path) -> None:
    """Serve until there are no more lines."""
    adopt_orphans()
    tool = _named(module)
    source = folder / tool.SOURCE
    text = source.read_text("utf-8")
    with tool.warm(folder) as make:
        print("made", flush=True)
        for line in sys.stdin:
            edit, number = line.split()
            source.write_text(edited(text, edit, int(number)), "utf-8")
            target.write_bytes(make())
            print("made", flush=True)


def _named(words: str) -> Any:
    module, _, name = words.partition(":")
    found = import_module(module)
    return getattr(found, name) if name else found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
