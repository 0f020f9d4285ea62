"""The only module that knows the project's folders and reads its files.

It writes down what it was asked and what the answer was, so that whatever was worked out from a
project holds as long as all its questions are answered the same (`remembered.py`).
"""

import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems, Span

MARKER_FOLDERS = ("content", "styles", "fonts")
FONT_SUFFIXES = (".ttf", ".otf")
Asked = dict[str, str]
"""What was asked (`read FILE`, `list PATTERN`) → the hash of the answer, empty for none."""


@dataclass(frozen=True)
class Project:
    """A folder with `content`, `styles`, `fonts` and `output`, as it is during one call.

    `known` are answers that hold for this call: a file is hashed once.
    """

    root: Path
    asked: Asked = field(default_factory=dict, compare=False, repr=False)
    known: Asked = field(default_factory=dict, compare=False, repr=False)

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

    def observed(self) -> "Project":
        """The same project, which remembers from now on what it is asked."""
        return replace(self, asked={})

    def languages(self) -> tuple[str, ...]:
        """The languages in which there is any text."""
        files = (Path(name).stem for name in self.files_like("content/*/*.yaml"))
        return tuple(sorted({name for name in files if name != "publication"}))

    def read(self, file: str) -> bytes:
        """The bytes of a file by its name in the project.

        Raises `PermissionError` for a path that leads outside the project, also by a link, and
        `FileNotFoundError` when it is not there.
        """
        question = f"read {file}"
        self._note(question, "")
        data = self._inside(file).read_bytes()
        self._note(question, sha256(data).hexdigest())
        return data

    def digest(self, file: str) -> str:
        """The SHA-256 of a file; empty where there is none."""
        return self._answer(f"read {file}")

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
        return bool(self.digest(file))

    def publications(self) -> tuple[str, ...]:
        """Names of the folders in `content/` that have settings."""
        return tuple(name.split("/")[1] for name in self.files_like("content/*/publication.yaml"))

    def looks(self) -> tuple[str, ...]:
        """Names of the folders in `styles/` that have settings."""
        return tuple(name.split("/")[1] for name in self.files_like("styles/*/look.toml"))

    def format_files(self) -> tuple[str, ...]:
        """The formats that it brings along."""
        return self.files_like("formats/*.toml")

    def file_names(self, folder: str) -> tuple[str, ...]:
        """The names of real files in a folder: no folders, no links that lead to nothing."""
        return tuple(name.rpartition("/")[2] for name in self.files_like(f"{folder}/*"))

    def font_files(self) -> tuple[str, ...]:
        """The fonts and their settings, as names in the project."""
        found = self.files_like("fonts/**/*")
        fonts = [name for name in found if Path(name).suffix.lower() in FONT_SUFFIXES]
        return (*(name for name in found if name == "fonts/fonts.conf"), *fonts)

    def templates(self, look: str) -> dict[str, tuple[str, str]]:
        """The templates of a look: name → (file in the project, text)."""
        folder = f"styles/{look}/templates/"
        files = self.files_like(f"{folder}**/*.j2")
        return {file.removeprefix(folder): (file, self.text(file)) for file in files}

    def files_like(self, pattern: str) -> tuple[str, ...]:
        """The real files that a pattern finds, by their names in the project, in order."""
        found = self._found(pattern)
        self._note(f"list {pattern}", _hash_of(found))
        return found

    def lines(self, file: str) -> list[str]:
        """The lines of a source file as well as they can be read, for the excerpt of a finding."""
        try:
            return self._inside(file).read_bytes().decode("utf-8", "replace").splitlines()
        except OSError:
            return []

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

    def answers_the_same(self, asked: Asked) -> bool:
        """Whether all these questions are answered today as they were then."""
        return all(self._answer(question) == answer for question, answer in asked.items())

    def _answer(self, question: str) -> str:
        if question not in self.known:
            self._note(question, self._look(*question.split(" ", 1)))
        self.asked[question] = self.known[question]
        return self.known[question]

    def _look(self, kind: str, name: str) -> str:
        if kind == "list":
            return _hash_of(self._found(name))
        try:
            return sha256(self._inside(name).read_bytes()).hexdigest()
        except OSError:
            return ""

    def _note(self, question: str, answer: str) -> None:
        self.asked[question] = self.known[question] = answer

    def _found(self, pattern: str) -> tuple[str, ...]:
        start = len(str(self.root / "x")) - 1  # slicing is ten times as fast as `relative_to`
        found = (str(path)[start:] for path in self.root.glob(pattern) if path.is_file())
        return tuple(sorted(name.replace(os.sep, "/") for name in found))

    def _inside(self, file: str) -> Path:
        path = os.path.realpath(os.path.join(self._real_root, file), strict=True)
        if not path.startswith(self._real_root + os.sep):
            raise PermissionError(file)
        return Path(path)

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root)


def _hash_of(names: tuple[str, ...]) -> str:
    return sha256("\n".join(names).encode()).hexdigest()
