"""`brochure info`: what would be built."""

from collections.abc import Sequence
from dataclasses import replace

import click

from brochure.cli.chosen import chosen
from brochure.cli.console import table
from brochure.cli.options import global_options, order_options
from brochure.cli.reports import edition_as_values
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Verb, language, tell
from brochure.diagnostics import ExitCode
from brochure.document.edition import Edition, Order
from brochure.project import Project

COLUMNS = ("publication", "language", "format", "profile", "files", "purpose")


@click.command("info", cls=Verb, help="info")
@order_options
@global_options
@click.pass_obj
def command(session: Session, order: Order) -> Outcome:
    """Show the editions of what is asked for, without building them."""
    editions = chosen(session, order)
    if not session.json:
        headings = [tell(f"column-{name}") for name in COLUMNS]
        table(headings, [row for item in editions for row in _rows(session.project, item)])
    values = [
        {**edition_as_values(item), "expected": _paths(session.project, item)} for item in editions
    ]
    return Outcome(ExitCode.MADE, facts={"editions": values})


def _rows(project: Project, edition: Edition) -> Sequence[Sequence[str]]:
    from brochure.catalog import Profile
    from brochure.reading import format_of

    ids = (edition.publication, edition.language, edition.format)
    format_ = format_of(project, edition.format).title[language()]
    profiles = map(Profile.named, edition.profiles)
    return [
        (*ids, profile.name, file, f"{format_}, {profile.title[language()]}")
        for profile, file in zip(profiles, _names(project, edition), strict=True)
    ]


def _paths(project: Project, edition: Edition) -> list[str]:
    return [f"{edition.folder}/{name}" for name in _names(project, edition)]


def _names(project: Project, edition: Edition) -> list[str]:
    """A file a profile; a star stands for the number of the message."""
    from brochure.catalog import Profile
    from brochure.reading import format_of

    star = "-*" if format_of(project, edition.format).file_per == "message" else ""
    named = replace(edition, name=f"{edition.name or edition.format}{star}")
    profiles = map(Profile.named, edition.profiles)
    return [named.file_name(profile.name, profile.extension) for profile in profiles]
