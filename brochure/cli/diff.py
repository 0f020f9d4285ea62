"""`brochure diff`: by what two PDFs differ, or two folders of builds."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from brochure.cli.console import board, result
from brochure.cli.files_to_compare import Pairs, pairs_of, unreadable
from brochure.cli.options import Numbers, global_options
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Argument, Option, Verb, amount, decimal, language, tell
from brochure.diagnostics import Diagnostic, ExitCode

if TYPE_CHECKING:
    from brochure.comparison import Question
    from brochure.document.change import Aspect, Compared

PATH = click.Path(path_type=Path)


class _Aspects(click.ParamType["frozenset[Aspect]"]):
    """Some aspects, with commas between."""

    name = "aspects"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> Any:
        from brochure.document.change import ASPECTS

        asked = frozenset(filter(None, (word.strip() for word in str(value).split(","))))
        if wrong := sorted(asked - set(ASPECTS)) or ([value] if not asked else []):
            names = ", ".join(ASPECTS)
            finding = Diagnostic.of("cli/no-such-aspect", None, name=wrong[0], near=names)
            raise Ended(ExitCode.USAGE, finding)
        return asked


@click.command("diff", cls=Verb, help="diff", epilog="diff-epilog")
@click.argument("before", type=PATH, cls=Argument, metavar="metavar-before")
@click.argument("after", type=PATH, cls=Argument, metavar="metavar-after")
@click.option("--only", type=_Aspects(), cls=Option, metavar="metavar-aspects", help="option-only")
@click.option("--pages", type=Numbers(), cls=Option, metavar="metavar-pages", help="option-pages")
@click.option("--html", type=PATH, cls=Option, metavar="metavar-file", help="option-html")
@global_options
@click.pass_obj
def command(
    session: Session,
    before: Path,
    after: Path,
    only: "frozenset[Aspect] | None",
    pages: tuple[int, int] | None,
    html: Path | None,
) -> Outcome:
    """Tell by what two files differ, or two folders."""
    from brochure.catalog.comparison import compare_limits
    from brochure.comparison import Question
    from brochure.document.change import ASPECTS

    began = perf_counter()
    pairs = pairs_of(before, after, compare_limits().files)
    question = Question(only or frozenset(ASPECTS), pages, pictures=html is not None)
    done = _compared(session, pairs, question)
    if html:
        _write(html, done, pairs, (str(before), str(after)))
    if not session.json:
        _show(done, pairs)
    differing = sum(item.differs for item in done) + len(pairs.alone)
    closing = tell(
        "compared",
        files=amount("pairs", len(done)),
        outcome=_outcome(done, differing),
        seconds=decimal(perf_counter() - began),
    )
    findings = (*pairs.left_out, *(found for item in done for found in _findings(item)))
    return Outcome(_exit_code(done, pairs), findings, _facts(done, pairs), closing)


def _compared(session: Session, pairs: Pairs, question: "Question") -> list["Compared"]:
    done = []
    with board(len(pairs.both), quiet=session.json) as shown:
        for before, after in pairs.both:
            shown.now(tell("comparing", name=after))
            done.append(_pair(before, after, question))
            shown.done()
    return done


def _pair(before: Path, after: Path, question: "Question") -> "Compared":
    from brochure.comparison import Bytes, compared
    from brochure.document.change import Compared

    read: list[Bytes] = []
    unread: list[Diagnostic] = []
    for path in (before, after):
        try:
            read.append(Bytes(str(path), path.read_bytes()))
        except OSError as error:
            unread.append(unreadable(path, error))
    if unread:
        return Compared(str(before), str(after), unread=tuple(unread))
    first, second = read
    return compared(first, second, question)


def _write(html: Path, done: Sequence["Compared"], pairs: Pairs, names: tuple[str, str]) -> None:
    from brochure.compare.page import page
    from brochure.output import write_files

    target = html.resolve()
    data = page(done, pairs.alone, names, language())
    write_files(target.parent.parent, target.parent.name, {target.name: data})


def _show(done: Sequence["Compared"], pairs: Pairs) -> None:
    """A line a change, under the name of its file and of its aspect."""
    from brochure.compare.telling import line
    from brochure.diagnostics.messages import say
    from brochure.document.change import ASPECTS

    for item in done:
        if item.differs:
            result(f"{item.before} → {item.after}")
        for aspect in ASPECTS:
            found = item.of(aspect)
            if found:
                result(f"  {say(f'compare/aspect-{aspect}', language())} ({len(found)})")
            for change in found:
                result(f"    {line(change, language())}")
    for name, second in pairs.alone:
        side = "second" if second else "first"
        result(f"{name}: {say(f'compare/only-{side}', language())}")


def _outcome(done: Sequence["Compared"], differing: int) -> str:
    unread = sum(bool(item.unread) for item in done)
    parts = [
        amount("differ", differing) if differing else "",
        amount("not-compared", unread) if unread else "",
    ]
    unseen = any(item.unseen for item in done)
    return ", ".join(filter(None, parts)) or tell("none-found" if unseen else "all-the-same")


def _findings(item: "Compared") -> tuple[Diagnostic, ...]:
    return (*item.unread, *item.unseen)


def _exit_code(done: Sequence["Compared"], pairs: Pairs) -> ExitCode:
    """All is the same only where all was compared."""
    if any(item.unread for item in done):
        return ExitCode.BAD_CONTENT
    same = all(item.same for item in done) and not pairs.alone and not pairs.left_out
    return ExitCode.MADE if same else ExitCode.FINDINGS


def _facts(done: Sequence["Compared"], pairs: Pairs) -> dict[str, object]:
    from brochure.compare.values import as_values

    alone = [{"file": name, "in": "second" if second else "first"} for name, second in pairs.alone]
    return {"comparisons": [as_values(item) for item in done], "alone": alone}
