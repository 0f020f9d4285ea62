"""Reads a PDF through its tree with poppler, the reader of Linux desktops (`pdfinfo`)."""

import re
import subprocess
from pathlib import Path

from tests.readers.element import Element

HEAD = re.compile(r"(?P<role>\w+)(?: <.*>)?(?: \".*\")?(?: \((?:block|inline)\))?:?")


def read(file: Path) -> list[Element]:
    """The elements, by the indentation of what `pdfinfo -struct-text` prints."""
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True, text=True
    )
    top = Element("")
    around = {-1: top}
    for line in done.stdout.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        said = line.strip()
        if said.startswith('"'):
            around[depth - 1].kids.append(said[1:-1])
        elif not said.startswith(("/", "Object ")) and (head := HEAD.fullmatch(said)):
            around[depth] = Element(head["role"])
            around[depth - 1].kids.append(around[depth])
    return [kid for kid in top.kids if isinstance(kid, Element)]
