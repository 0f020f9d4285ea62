"""A job: what is to be done, and where the answer is waited for."""

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from brochure.batch.answers import Failure

TRIES = 2
"""How many workers a job may end. One may have been killed for what it did not do."""


@dataclass(eq=False)
class Job:
    """A pickled function and its input."""

    data: bytes
    future: "Future[Any]"
    killed: int = 0

    def settle(self, outcome: object) -> None:
        """Give the answer to whoever still waits for it."""
        if self.future.set_running_or_notify_cancel():
            if isinstance(outcome, Failure):
                self.future.set_exception(outcome.error)
            else:
                self.future.set_result(outcome)

    def cancel(self) -> None:
        """It will not be done."""
        self.future.cancel()
        self.future.set_running_or_notify_cancel()
