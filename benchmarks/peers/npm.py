"""The tools that npm installs, by the lock beside this file: `make bench-peers`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import ROOT
from benchmarks.absent import Absent

MODULES = ROOT / ".cache/peers/node_modules"
NODE = "node-linux-*/bin/node"
"""A newer one than systems have; Vivliostyle asks for it."""


def command(package: str, program: str) -> Sequence[str]:
    """The words that start a program of a package."""
    places = _about(package)["bin"]
    place = places if isinstance(places, str) else places[program]
    (node,) = MODULES.glob(NODE)
    return [str(node), str(_folder(package) / place)]


def version(package: str) -> str:
    """Its version by its own word."""
    return str(_about(package)["version"])


def _about(package: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((_folder(package) / "package.json").read_text("utf-8"))
    return found


def _folder(package: str) -> Path:
    folder = MODULES / package
    if not folder.exists():
        raise Absent("`make bench-peers` installs it")
    return folder
