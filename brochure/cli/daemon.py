"""`brochure daemon`: the service that keeps the engine loaded, so that calls begin at once."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brochure.cli.client import ask, connect, facts
from brochure.cli.console import message
from brochure.cli.entry import address_of, is_private
from brochure.cli.options import flag, global_options
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Argument, Option, Verb, decimal, tell
from brochure.diagnostics import Diagnostic, ExitCode, Severity

if TYPE_CHECKING:
    from brochure.batch.daemon import Charge
    from brochure.project import Project

MODULES = (
    "brochure.cli.build",
    "brochure.cli.check",
    "brochure.diagnostics.show",
    "brochure.output",
    "brochure.pdf.paint",
    "brochure.pipeline",
    "brochure.verification",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "rich.progress",
)
"""What calls use; what else they need they load themselves, and slower."""

STOPPING = 3
"""Seconds to wait for its end."""

STEPS = ("start", "status", "stop")


@click.command("daemon", cls=Verb, help="daemon", epilog="daemon-epilog")
@click.argument("step", type=click.Choice(STEPS), cls=Argument)
@click.option(
    "--idle",
    type=click.FloatRange(min=0),
    default=15.0,
    cls=Option,
    metavar="metavar-minutes",
    help="option-idle",
)
@flag("foreground")
@global_options
@click.pass_obj
def command(session: Session, step: str, idle: float, foreground_: bool) -> Outcome:
    """Start the project's service, ask how it is, or end it."""
    address = address_of(str(session.project.root))
    if step == "start":
        return _start(_charge(session.project, address, idle), foreground_)
    return _status(address) if step == "status" else _stop(address)


def _charge(project: "Project", address: str, idle: float) -> "Charge":
    import brochure
    from brochure.batch.daemon import Charge
    from brochure.batch.warmth import WarmEngine

    package = Path(brochure.__file__).resolve().parent
    return Charge(
        address=Path(address),
        facts=facts(str(project.root)),
        warm=WarmEngine(project.root, project.languages(), MODULES),
        watched=(package, project.fonts),
        run=_run,
        idle=idle * 60,
    )


def _run(words: list[str]) -> int:
    from brochure.cli.main import main

    try:
        main(words)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


# --- start --------------------------------------------------------------------------------------


def _start(charge: "Charge", foreground: bool) -> Outcome:
    charge.address.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not is_private(str(charge.address.parent)):
        folder = charge.address.parent
        finding = Diagnostic.of("cli/daemon-not-private", None, folder=folder)
        return Outcome(ExitCode.FINDINGS, (finding,))
    if foreground:
        return _serve(charge, lambda: message(tell("daemon-ready", pid=os.getpid())))
    ready, tell_ready = os.pipe()
    pid = os.fork()
    if pid == 0:
        _go_to_the_background()
        try:
            _serve_and_tell(charge, tell_ready)
        finally:
            os._exit(0)
    os.close(tell_ready)
    with os.fdopen(ready, "rb") as file:
        return _told(file.read(), pid)


def _serve(charge: "Charge", ready: Callable[[], None]) -> Outcome:
    from brochure.batch.daemon import Service
    from brochure.batch.place import AlreadyServed

    try:
        Service(charge).serve(ready)
    except AlreadyServed:
        return Outcome(ExitCode.MADE, closing=tell("daemon-is-there"))
    return Outcome(ExitCode.MADE)


def _go_to_the_background() -> None:
    os.setsid()
    os.chdir("/")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    os.close(nothing)


def _serve_and_tell(charge: "Charge", handle: int) -> None:
    """Serve; who started it is told that it serves, or what kept it from that."""
    from brochure.batch.answers import packed, packed_error

    def tell_once(data: bytes) -> None:
        os.write(handle, data)
        os.close(handle)

    try:
        outcome = _serve(charge, lambda: tell_once(packed(None)))
    except BaseException as error:
        tell_once(packed_error(error))
    else:
        if outcome.closing:
            tell_once(packed(outcome))


def _told(data: bytes, pid: int) -> Outcome:
    from brochure.batch.answers import Failure, unpacked

    answer = unpacked(data) if data else Failure(RuntimeError("the service ended at once"))
    if isinstance(answer, Failure):
        raise answer.error
    if isinstance(answer, Outcome):
        return answer
    return Outcome(ExitCode.MADE, (), {"pid": pid}, tell("daemon-ready", pid=pid))


# --- status, stop -------------------------------------------------------------------------------


def _status(address: str) -> Outcome:
    answer = _asked(address, "status")
    minutes = decimal((time.time() - answer["began"]) / 60)
    values = {"pid": answer["pid"], "minutes": minutes, "served": answer["served"]}
    return Outcome(ExitCode.MADE, (), answer, tell("daemon-serves", **values))


def _stop(address: str) -> Outcome:
    pid = _asked(address, "stop")["pid"]
    _wait_for_end(pid)
    return Outcome(ExitCode.MADE, (), {"pid": pid}, tell("daemon-stopped", pid=pid))


def _wait_for_end(pid: int) -> None:
    """So that the next one can start; but calls that have begun may take longer."""
    for _ in range(STOPPING * 100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)


def _asked(address: str, question: str) -> dict[str, Any]:
    try:
        with connect(address) as line:
            return ask(line, {"ask": question})
    except (OSError, ValueError, EOFError) as error:
        raise Ended(
            ExitCode.FINDINGS, Diagnostic.of("cli/daemon-not-there", None, Severity.NOTE)
        ) from error
