"""How fast a run goes, and how long the rest takes."""

from collections import deque
from collections.abc import Callable

from brochure.cli.speech import decimal

SEEN = 200
"""The rate is that of the last so many, so that a slow start is forgotten."""


class Rate:
    """Counts what is done; what was there already tells nothing about the rate."""

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self._rest, self._clock = total, clock
        self._times: deque[float] = deque(maxlen=SEEN)

    def add(self, by_work: bool = True) -> None:
        """One more is done."""
        self._rest -= 1
        if by_work:
            self._times.append(self._clock())

    @property
    def a_second(self) -> float:
        """How many a second; 0 while nobody can know."""
        if len(self._times) < 2 or self._times[-1] == self._times[0]:
            return 0.0
        return (len(self._times) - 1) / (self._times[-1] - self._times[0])

    def words(self) -> dict[str, str]:
        """Rate and rest as a person reads them."""
        rate = self.a_second
        rest = _duration(self._rest / rate) if rate else "–"
        return {"rate": decimal(rate) if rate else "–", "rest": rest}


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
