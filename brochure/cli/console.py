"""Where words go: results to stdout, messages to stderr, lines and progress to a terminal.

What a person sees grow on a terminal stands on stderr. The same results go to stdout as plain
words for a program, unless both are one screen, where they would be told twice.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Words = Sequence[tuple[str, str]]
"""A line as words with their styles."""


def paints(stream: TextIO) -> bool:
    """Whether colours may be written there (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def message(text: str) -> None:
    """Tell the person something."""
    click.echo(text, err=True, color=paints(sys.stderr))


def result(text: str) -> None:
    """Give a result to whoever reads stdout."""
    click.echo(text)


class Board(Protocol):
    """Where the lines of a run appear, one after another."""

    def now(self, label: str) -> None:
        """Say what is being worked at."""

    def line(self, words: Words) -> None:
        """Add a line."""

    def done(self) -> None:
        """One more piece of work is done."""


class Silent:
    """Nobody is looking: results alone are written."""

    def now(self, label: str) -> None:
        """Say nothing."""

    def line(self, words: Words) -> None:
        """Say nothing."""

    def done(self) -> None:
        """Say nothing."""


class Live:
    """Lines above a moving bar, which vanishes at the end."""

    def __init__(self, progress: "Progress", task: "TaskID") -> None:
        self.progress, self.task = progress, task

    def now(self, label: str) -> None:
        """Say what is being worked at."""
        self.progress.update(self.task, description=label)

    def line(self, words: Words) -> None:
        """Add a line above the bar."""
        from rich.text import Text

        self.progress.console.print(Text.assemble(*words), soft_wrap=True)

    def done(self) -> None:
        """One more piece of work is done."""
        self.progress.advance(self.task)


@contextmanager
def board(total: int, quiet: bool) -> Iterator[Board]:
    """A moving board on a terminal, silence elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(24))
    console = Console(stderr=True, highlight=False)
    shown = Progress(*columns, MofNCompleteColumn(), console=console, transient=True)
    with shown as progress:
        yield Live(progress, progress.add_task("", total=total))


def told_on_screen() -> bool:
    """Whether the person has already read the results, on the screen to which stdout goes too."""
    return sys.stderr.isatty() and sys.stdout.isatty()


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows under headings on a terminal; lines with tabs for a program."""
    if not sys.stdout.isatty():
        for row in rows:
            result("\t".join(row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings[:-1]:
        shown.add_column(heading, no_wrap=True, overflow="fold")
    shown.add_column(headings[-1])  # alone gives way on a narrow terminal
    for row in rows:
        shown.add_row(*row)
    Console(highlight=False).print(shown)
