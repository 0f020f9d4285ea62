"""The only module that knows the project's folders and reads its files."""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.look import Colour, Look, Stylesheet

MARKER_FOLDERS = ("content", "styles", "fonts")


@dataclass(frozen=True)
class Project:
    """A folder with `content`, `styles`, `fonts` and `output`."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> "Project":
        """The nearest project at or above a folder; `Problems` (project/not-found) if none."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if all((folder / name).is_dir() for name in MARKER_FOLDERS):
                return cls(folder)
        raise Problems([Diagnostic.of("project/not-found", folder=start)])

    @property
    def output(self) -> Path:
        """Where editions go unless the person names another folder."""
        return self.root / "output"

    @property
    def fonts(self) -> Path:
        """The only fonts that a build sees."""
        return self.root / "fonts"

    def publications(self) -> tuple[str, ...]:
        """Names of the folders in `content/` that have settings."""
        content = self.root / "content"
        return tuple(sorted(path.parent.name for path in content.glob("*/publication.yaml")))

    def read(self, file: str) -> bytes:
        """The bytes of a file by its name in the project.

        Raises `PermissionError` for a path that leads outside the project, also by a link, and
        `FileNotFoundError` when it is not there.
        """
        path = (self.root / file).resolve(strict=True)
        if not path.is_relative_to(self.root.resolve()):
            raise PermissionError(file)
        return path.read_bytes()

    def exists(self, file: str) -> bool:
        """Whether a file is there and inside the project."""
        try:
            path = (self.root / file).resolve(strict=True)
        except OSError:
            return False
        return path.is_relative_to(self.root.resolve()) and path.is_file()

    def names(self, folder: str) -> tuple[str, ...]:
        """Names in a folder of the project, for hints with near names."""
        path = self.root / folder
        return tuple(sorted(item.name for item in path.iterdir())) if path.is_dir() else ()

    def file_names(self, folder: str) -> tuple[str, ...]:
        """The names of real files in a folder: no folders, no links that lead to nothing."""
        path = self.root / folder
        return tuple(name for name in self.names(folder) if (path / name).is_file())

    def lines(self, file: str) -> list[str]:
        """The lines of a source file as well as they can be read, for the excerpt of a finding."""
        try:
            return self.read(file).decode("utf-8", "replace").splitlines()
        except OSError:
            return []

    def font_files(self) -> tuple[str, ...]:
        """The fonts and their settings, as names in the project."""
        paths = [self.fonts / "fonts.conf", *sorted(self.fonts.glob("**/*.ttf"))]
        return tuple(str(path.relative_to(self.root)) for path in paths if path.is_file())

    def look(self, name: str, kind: str, media: str) -> Look:
        """The look for one kind of format (`brochure`, …) and medium (`screen`, `print`, `twin`).

        The twin has stylesheets of its own: those of pages measure in millimetres of paper.
        """
        folder = f"styles/{name}"
        if not (self.root / folder / "look.toml").is_file():
            known = self.names("styles")
            near = ", ".join(get_close_matches(name, known) or known)
            raise Problems([Diagnostic.of("project/look-missing", Span(folder), near=near)])
        settings = self._toml(f"{folder}/look.toml")
        sheets = settings["stylesheets"]
        keys = (media,) if media == "twin" else ("all", kind, media)
        files = [f"{folder}/{file}" for key in keys for file in sheets[key]]
        return Look(
            name=name,
            families=tuple(settings["families"]),
            colours=tuple(self._colours(f"{folder}/colours.toml")),
            stylesheets=tuple(Stylesheet(file, self._text(file)) for file in files),
            templates=self._templates(folder),
        )

    def _colours(self, file: str) -> list[Colour]:
        book = self._toml(file)["colour"]
        return [
            Colour(name, value["srgb"], tuple(value["cmyk"]), value.get("spot"))
            for name, value in book.items()
        ]

    def _templates(self, folder: str) -> dict[str, tuple[str, str]]:
        base = self.root / folder / "templates"
        paths = sorted(path.relative_to(base) for path in base.glob("**/*.j2"))
        files = {str(path): f"{folder}/templates/{path}" for path in paths}
        return {name: (file, self._text(file)) for name, file in files.items()}

    def _text(self, file: str) -> str:
        try:
            return self.read(file).decode("utf-8")
        except OSError as error:
            raise Problems([Diagnostic.of("project/file-missing", Span(file))]) from error
        except UnicodeDecodeError as error:
            raise Problems([Diagnostic.of("project/encoding", Span(file))]) from error

    def _toml(self, file: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self._text(file))
        except tomllib.TOMLDecodeError as error:
            raise Problems([Diagnostic.of("project/toml", Span(file), message=error)]) from error
