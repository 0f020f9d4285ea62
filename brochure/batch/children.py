"""The children of a cluster's worker, which do its work; a pool of them a place."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from brochure.batch.building import EDITIONS
from brochure.batch.workplace import Place, copy_of

if TYPE_CHECKING:
    from brochure.batch.pool import Pool

MODULES = (*EDITIONS, "brochure.batch.cluster_job")


class _Pools:
    """A pool of children a snapshot; one that nobody uses makes way for the next."""

    def __init__(self) -> None:
        self._pools: dict[Place, Pool] = {}
        self._users: dict[Place, int] = {}
        self._lock = threading.Lock()

    @contextmanager
    def of(self, place: Place) -> Iterator["Pool"]:
        """The pool of a snapshot, while it is used."""
        with self._lock:
            if place not in self._pools:
                self._close_unused()
                self._pools[place] = _new_pool(place)
            pool, users = self._pools[place], self._users.get(place, 0)
            self._users[place] = users + 1
        try:
            yield pool
        finally:
            with self._lock:
                self._users[place] -= 1

    def close(self) -> None:
        """End all children, whatever they are at."""
        with self._lock:
            while self._pools:
                self._pools.popitem()[1].close()

    def _close_unused(self) -> None:
        for place in [place for place in self._pools if not self._users[place]]:
            self._pools.pop(place).close()


_pools = _Pools()
children, close_children = _pools.of, _pools.close


def _new_pool(place: Place) -> "Pool":
    """As many children as this worker has threads that ask for one."""
    from brochure.batch.pool import Pool
    from brochure.batch.warmth import WarmEngine

    root = copy_of(place).root
    return Pool(os.cpu_count() or 1, WarmEngine(root, place.languages, MODULES))
