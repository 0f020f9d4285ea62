"""What becomes of a job: a result or a failure, and how either travels between processes."""

import os
import pickle
import signal
import traceback
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Failure:
    """Why a job has no result: what it raised, or `WorkerKilled`."""

    error: BaseException

    def __str__(self) -> str:
        return repr(self.error)


@dataclass(frozen=True)
class Done(Generic[T, R]):
    """A job that is over, with the input that it was given."""

    input: T
    outcome: R | Failure

    def result(self) -> R:
        """The result; a failure is raised."""
        if isinstance(self.outcome, Failure):
            raise self.outcome.error
        return self.outcome


class WorkerKilled(Exception):  # noqa: N818 - it says what happened
    """A job ended its worker each time it was tried; `how` is the signal or the exit code."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how

    def __str__(self) -> str:
        return f"worker killed: {self.how}"


class JobError(Exception):
    """A job raised something that can't be pickled; this has its text."""


class InWorker(Exception):  # noqa: N818 - the cause of an exception, never raised
    """Where in the worker an exception was raised: its traceback as text."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


def packed(result: object) -> bytes:
    """A result as bytes; whatever pickling says of it is raised."""
    return pickle.dumps((True, result, ""), pickle.HIGHEST_PROTOCOL)


def packed_error(error: BaseException) -> bytes:
    """An exception as bytes: itself if it can travel, else its text."""
    text = "".join(traceback.format_exception(error))
    return pickle.dumps((False, _portable(error), text), pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object | Failure:
    """The result or failure that a worker packed."""
    value: object
    well, value, text = pickle.loads(data)
    if well or not isinstance(value, BaseException):
        return value
    value.__cause__ = InWorker(text)
    return Failure(value)


def how_ended(status: int | None) -> str:
    """`SIGKILL`, `exit code 3`: how a process ended, by what `waitpid` said of it, if anything."""
    if status is None:
        return "nobody saw how"
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _portable(error: BaseException) -> BaseException:
    """Many exceptions can be pickled but not read back; so both are tried here."""
    try:
        same = pickle.loads(pickle.dumps(error))
    except Exception:
        return JobError(repr(error))
    return error if type(same) is type(error) else JobError(repr(error))
