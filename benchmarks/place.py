"""Where a series is measured: a temporary folder with a copy of the publication for each tool."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ROOT
from benchmarks.edits import EDITS
from benchmarks.publication.same import write
from brochure.project import Project

FOLDERS = ("content", "styles", "fonts")


@dataclass(frozen=True)
class Place:
    """The folder, and the texts that every file must give back."""

    folder: Path
    texts: tuple[str, ...]

    @classmethod
    def made_in(cls, folder: Path) -> "Place":
        """Write the publication for the peers, once."""
        plain = folder / "plain"
        plain.mkdir()
        return cls(folder, write(Project(ROOT), plain))

    def plain(self, name: str) -> Path:
        """A copy for one peer, which it may change."""
        return Path(shutil.copytree(self.folder / "plain", self.new(name) / "plain"))

    def project(self, name: str) -> Path:
        """A copy of our project, which may be changed."""
        folder = self.new(name)
        for part in FOLDERS:
            shutil.copytree(ROOT / part, folder / part)
        return folder

    def new(self, name: str) -> Path:
        """An empty folder."""
        folder = self.folder / f"{name}-{sum(1 for _ in self.folder.iterdir())}".replace(" ", "-")
        folder.mkdir()
        return folder

    def environment(self, cache: Path | None = None) -> Mapping[str, str]:
        """The fonts of the project, as if installed, and a folder for whatever a tool keeps."""
        return {
            **os.environ,
            "FONTCONFIG_FILE": str(ROOT / "fonts/fonts.conf"),
            "PYTHONDONTWRITEBYTECODE": "",  # as it is wherever nobody says otherwise
            "XDG_CACHE_HOME": str(cache or self.folder / "kept"),
        }

    def expected(self, edit: str | None, number: int) -> tuple[str, ...]:
        """The texts of a file after an edit."""
        if not edit:
            return self.texts
        old, new = EDITS[edit]
        return tuple(text.replace(old, new.format(number)) for text in self.texts)
