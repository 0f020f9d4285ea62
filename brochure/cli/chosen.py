"""From what is asked for to the editions that are meant."""

from collections.abc import Sequence

from brochure.cli.session import Ended, Session
from brochure.cli.usage import near
from brochure.diagnostics import Diagnostic, ExitCode
from brochure.document.edition import Edition, Order


def chosen(session: Session, order: Order) -> tuple[Edition, ...]:
    """The editions of an order; ends the call where a name is unknown or nothing is meant."""
    from brochure.batch.unchanged import planned
    from brochure.document.edition import UnknownName

    try:
        editions = planned(session.project, order)
    except UnknownName as error:
        finding = Diagnostic.of(
            f"cli/unknown-{error.kind}", None, name=error.name, near=near(error.name, error.known)
        )
        raise Ended(ExitCode.USAGE, finding) from error
    if not editions:
        raise Ended(ExitCode.USAGE, Diagnostic.of("cli/nothing-to-do"))
    return editions


def remarks(session: Session, editions: Sequence[Edition], order: Order) -> list[Diagnostic]:
    """What is to be told of the records of an order that could be planned."""
    names = {edition.publication for edition in editions if edition.record is not None}
    if not names:
        return []
    from brochure import selection

    return [
        item for name in sorted(names) for item in selection.remarks(session.project, name, order)
    ]
