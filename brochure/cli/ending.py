"""Whatever happened → one outcome: findings for the person, a number for the shell."""

import os
import sys
import traceback
from collections.abc import Callable

import click

from brochure import __version__
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import language
from brochure.diagnostics import Diagnostic, ExitCode, Problems

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE: the reader (`head`) has seen enough


def outcome_of(call: Callable[[], object]) -> Outcome:
    """Run a call; every exception becomes an outcome, never a traceback."""
    try:
        result = call()
    except click.exceptions.Exit as done:  # --help, --version
        return Outcome(done.exit_code)
    except Ended as ended:
        return ended.outcome
    except Problems as problems:
        return Outcome(ExitCode.BAD_CONTENT, problems.diagnostics)
    except click.UsageError as error:
        from brochure.cli.usage import usage_finding

        return Outcome(ExitCode.USAGE, usage_finding(error))
    except (click.Abort, KeyboardInterrupt):
        return Outcome(INTERRUPTED, (Diagnostic.of("cli/interrupted"),))
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as error:
        return _failure(error)
    return result if isinstance(result, Outcome) else Outcome(int(str(result or 0)))


def tell_outcome(session: Session, outcome: Outcome) -> int:
    """Show the findings on stderr and the report, if one is asked for, on stdout."""
    try:
        if session.json:
            _tell_program(outcome)
        else:
            _tell_person(session, outcome)
    except BrokenPipeError:
        return _pipe_closed().exit_code
    return outcome.exit_code


def _tell_person(session: Session, outcome: Outcome) -> None:
    if not outcome.diagnostics and not outcome.closing:
        return
    from brochure.cli.console import message, paints
    from brochure.diagnostics.show import show

    colour = paints(sys.stderr)
    if outcome.closing and sys.stderr.isatty():
        message("")  # below the lines that grew
    for diagnostic in outcome.diagnostics:
        message(show(diagnostic, language(), session.lines, colour) + "\n")
    if outcome.closing:
        message(outcome.closing)


def _tell_program(outcome: Outcome) -> None:
    import json

    from brochure.diagnostics.show import as_json

    report = {
        "brochure": __version__,
        "exit_code": int(outcome.exit_code),
        "files": [],
        "editions": [],
        "diagnostics": as_json(outcome.diagnostics, language()),
        **outcome.facts,
    }
    click.echo(json.dumps(report, ensure_ascii=False, indent=2))


def _failure(error: Exception) -> Outcome:
    """A missing library is something a person can mend; everything else is our fault."""
    if os.environ.get("BROCHURE_TRACEBACK"):
        traceback.print_exception(error)
    if name := _missing_library(error):
        finding = Diagnostic.of("cli/missing-library", None, name=name)
        return Outcome(ExitCode.MISSING_TOOL, (finding,))
    if type(error).__name__ == "ToolFailed":  # by name, so that no tool is loaded to ask
        return Outcome(ExitCode.MISSING_TOOL, (Diagnostic.of("tools/failed", None, error=error),))
    text = f"{type(error).__name__}: {error}".splitlines()[0]
    finding = Diagnostic.of("cli/our-fault", None, error=text, version=__version__)
    return Outcome(ExitCode.OUR_FAULT, (finding,))


def _missing_library(error: Exception) -> str | None:
    if isinstance(error, ModuleNotFoundError):
        name = error.name or ""
        return None if name.partition(".")[0] == "brochure" else name
    if isinstance(error, OSError) and str(error).startswith("cannot load library"):
        return str(error).split("'")[1]  # cffi's sentence: cannot load library 'NAME': …
    return None


def _pipe_closed() -> Outcome:
    # Python would flush stdout once more at exit, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Outcome(PIPE_CLOSED)
