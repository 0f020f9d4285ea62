"""`brochure package`: what a print shop needs, in one ZIP a product."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from brochure.cli.chosen import chosen, remarks
from brochure.cli.console import Words, board, result, told_on_screen
from brochure.cli.lines import checked_line, edition_name, findings_text, folder_name, mark, size
from brochure.cli.options import (
    cache_option,
    global_options,
    jobs_option,
    output_option,
    product_options,
)
from brochure.cli.reports import edition_as_values
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Option, Verb, amount, decimal, tell
from brochure.diagnostics import Diagnostic, ExitCode, Problems, Report
from brochure.document.edition import Edition, Made, Order

if TYPE_CHECKING:
    from brochure.packaging import Packed

SHOWN = 3
"""How many findings of a kind are told to a person; a program gets all."""
NAME_WIDTH = 44


@click.command("package", cls=Verb, help="package", epilog="package-epilog")
@product_options
@output_option
@click.option("--with-errors", is_flag=True, cls=Option, help="option-with-errors")
@jobs_option
@cache_option
@global_options
@click.pass_obj
def command(
    session: Session, order: Order, output: Path | None, with_errors: bool, jobs: int
) -> Outcome:
    """Pack what is asked for, after it was built."""
    began = perf_counter()
    editions = _with_print(session, order)
    folder = (output or session.project.output).resolve()
    packages = _packed(session, editions, folder, with_errors, jobs)
    files = [str(folder / item.file) for item in packages if item.file]
    if not session.json and not told_on_screen():
        for file in files:
            result(file)
    report = Report()
    report.add(finding for item in packages for finding in item.diagnostics)
    report.add(remarks(session, editions, order))
    closing = tell(
        "packed",
        packages=amount("packages", len(files)),
        folder=folder_name(folder),
        findings=findings_text(report),
        seconds=decimal(perf_counter() - began),
    )
    facts = {"output": str(folder), "files": files, "packages": list(map(_values, packages))}
    return Outcome(_exit_code(packages), _told(session, report), facts, closing)


def _with_print(session: Session, order: Order) -> tuple[Edition, ...]:
    """The editions that are printed; `Problems` where what is asked for has no print files."""
    from brochure.packaging import PROFILE, without_print

    available = session.project.publications()
    asked = [name for name in order.publications or available if name in available]
    lacking = {name: told for name in asked if (told := without_print(session.project, name))}
    if lacking and (order.publications or len(lacking) == len(asked)):
        raise Problems(lacking.values())
    return chosen(session, replace(order, profiles=(PROFILE,)))


def _packed(
    session: Session, editions: Sequence[Edition], folder: Path, with_errors: bool, jobs: int
) -> list["Packed"]:
    from brochure.batch.building import build

    packages: list[Packed] = []
    with board(len(editions), quiet=session.json) as shown:
        shown.now(tell("working", name=edition_name(editions[0])))
        for made in build(session.project, editions, folder, jobs=jobs):
            shown.now(tell("packing", name=edition_name(made.edition)))
            packages.append(_package(session, made, folder, with_errors))
            shown.line(_line(packages[-1], made))
            shown.done()
    return packages


def _package(session: Session, made: Made, folder: Path, with_errors: bool) -> "Packed":
    from brochure.packaging import Packed, packed

    if not made.artifacts:
        return Packed(made.edition, diagnostics=made.diagnostics)
    try:
        package = packed(session.project, made, folder, with_errors=with_errors)
    except Problems as problems:
        return Packed(made.edition, diagnostics=(*made.diagnostics, *problems.diagnostics))
    return replace(package, diagnostics=(*made.diagnostics, *package.diagnostics))


def _line(package: "Packed", made: Made) -> Words:
    if not package.file:
        return checked_line(replace(made, diagnostics=package.diagnostics))
    report = Report()
    report.add(package.diagnostics)
    folder, _, name = package.file.rpartition("/")
    return [
        mark(report),
        (f"{folder}/", "dim"),
        (name.ljust(NAME_WIDTH - len(folder)), "bold"),
        (f"{amount('pages', package.pages):>11}", ""),
        (f"{size(package.size):>9}", ""),
    ]


def _exit_code(packages: Sequence["Packed"]) -> ExitCode:
    """Files that print shops would send back weigh less than content that can't be built."""
    refused = [item for item in packages if not item.file]
    if not refused:
        return ExitCode.MADE
    judged = all(any(d.code == "package/refused" for d in item.diagnostics) for item in refused)
    return ExitCode.FINDINGS if judged else ExitCode.BAD_CONTENT


def _told(session: Session, report: Report) -> tuple[Diagnostic, ...]:
    from brochure.preflight import shortened

    every = report.diagnostics
    return tuple(every) if session.json else tuple(shortened(every, SHOWN))


def _values(package: "Packed") -> dict[str, object]:
    return {
        **edition_as_values(package.edition),
        "file": package.file or None,
        "bytes": package.size,
        "pages": package.pages,
        "contents": list(package.names),
        "codes": sorted({diagnostic.code for diagnostic in package.diagnostics}),
    }
