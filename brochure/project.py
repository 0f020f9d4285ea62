"""The only module that knows the project's folders and reads its files."""

from dataclasses import dataclass
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems, Span

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

    def stamp(self, file: str) -> tuple[int, int, int] | None:
        """What changes when a file or folder does: time, size, place; nothing if it is not there.

        Good for asking whether something read a moment ago still holds, never for a result that
        is kept: times are coarse, and copied along.
        """
        try:
            found = (self.root / file).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

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

    def looks(self) -> tuple[str, ...]:
        """Names of the folders in `styles/` that have settings."""
        return tuple(sorted(path.parent.name for path in self.root.glob("styles/*/look.toml")))

    def templates(self, look: str) -> dict[str, tuple[str, str]]:
        """The templates of a look: name → (file in the project, text)."""
        folder = f"styles/{look}/templates"
        base = self.root / folder
        names = [str(path.relative_to(base)) for path in sorted(base.glob("**/*.j2"))]
        return {name: (f"{folder}/{name}", self.text(f"{folder}/{name}")) for name in names}

    def text(self, file: str) -> str:
        """The text of a file; `Problems` when it is missing or not UTF-8."""
        try:
            data = self.read(file)
            return data.decode("utf-8-sig")  # a byte order mark, as Windows writes it, may stand
        except OSError as error:
            raise Problems(
                [Diagnostic.of("project/file-missing", Span(file), file=file)]
            ) from error
        except UnicodeDecodeError as error:
            before = data[: error.start]
            column = len(before) - before.rfind(b"\n")
            span = Span(file, before.count(b"\n") + 1, column)
            raise Problems([Diagnostic.of("project/encoding", span)]) from error
