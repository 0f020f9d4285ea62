"""What all editions of a job on a cluster have in common, and the project that they come from."""

import platform
from dataclasses import dataclass
from functools import cache

from brochure import cache as kept
from brochure.batch.snapshot import check_out
from brochure.batch.store import store_at
from brochure.project import Project
from brochure.versions import all_versions

PROJECTS = "projects"


@dataclass(frozen=True)
class Place:
    """What all editions of a job have in common: from where, into where, made by what and how."""

    snapshot: str
    store: str
    results: str
    versions: tuple[str, str]
    languages: tuple[str, ...]
    strict: bool = False
    memory: int = 0
    """Bytes that making an edition may take."""
    shares_fragments: bool = False
    """Whether fragments lie in the store too."""


def own_versions() -> tuple[str, str]:
    """What a worker and its client must have in common: Python, and all that is installed."""
    return platform.python_version(), all_versions()


@cache
def copy_of(place: Place) -> Project:
    """The project on this machine's disk; it never changes, so what is known of it holds."""
    folder = kept.folder(PROJECTS)
    return Project(check_out(store_at(place.store), place.snapshot, folder))
