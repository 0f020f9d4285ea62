"""Find and read the catalogue's files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def known(kind: str) -> tuple[str, ...]:
    """Names of all entries of a kind (`formats`, `profiles`, `languages`)."""
    folder = files("brochure.catalog").joinpath("data", kind)
    names = (file.name for file in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def entry(kind: str, name: str) -> dict[str, Any]:
    """The values of one entry; `KeyError` when there is none."""
    if name not in known(kind):
        raise KeyError(name)
    file = files("brochure.catalog").joinpath("data", kind, f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))
