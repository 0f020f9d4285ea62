"""A Dask cluster: one that runs already, or one of this machine for the time of a call."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brochure.batch.absent import Absent
from brochure.batch.workplace import own_versions
from brochure.diagnostics import Diagnostic

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

CONNECT_SECONDS = 10
WORKER_SECONDS = 30
CLOSE_SECONDS = 5
LOCAL = "127.0.0.1"
PRELOAD = "brochure.batch.local_worker"


@dataclass(frozen=True)
class Cluster:
    """Which cluster: that of a scheduler, or `workers` processes of this machine."""

    scheduler: str | None = None
    workers: int = 2
    memory: int = 0
    """Bytes a worker may take, 0 for no limit."""


@contextmanager
def joined(cluster: Cluster) -> "Iterator[Client]":
    """A client of a cluster whose workers have what this process has; `Absent` if there is none."""
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise Absent.extra() from error
    _hush()
    seconds = {"distributed.comm.timeouts.connect": f"{CONNECT_SECONDS}s"}
    with dask.config.set(seconds), _local(cluster) as local:
        address = cluster.scheduler or local.scheduler_address
        try:
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            finding = Diagnostic.of(
                "batch/no-scheduler", None, address=address, reason=_said(error)
            )
            raise Absent([finding]) from error
        try:
            _require_workers(client)
            yield client
        finally:
            with suppress(Exception):  # a scheduler that is lost can't be taken leave of
                client.close(CLOSE_SECONDS)


def _hush() -> None:
    """Dask's loggers have each a level of its own; what matters of their words becomes findings."""
    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _local(cluster: Cluster) -> "Iterator[LocalCluster | Any]":
    """Processes of this machine, which nobody else can reach."""
    if cluster.scheduler:
        yield None
        return
    import dask
    from distributed import LocalCluster

    with dask.config.set({"distributed.worker.preload": [PRELOAD]}):
        local = LocalCluster(
            n_workers=cluster.workers,
            threads_per_worker=1,
            host=LOCAL,
            dashboard_address=f"{LOCAL}:0",
            scheduler_kwargs={"dashboard": False},
            memory_limit=cluster.memory,
            silence_logs=logging.CRITICAL,
        )
        try:
            yield local
        finally:
            with suppress(Exception):  # it ends with this process at the latest
                local.close(CLOSE_SECONDS)


def _require_workers(client: "Client") -> None:
    """Workers are there, and are what we are."""
    try:
        client.wait_for_workers(1, WORKER_SECONDS)
    except TimeoutError as error:
        raise Absent([Diagnostic.of("batch/no-workers", None, seconds=WORKER_SECONDS)]) from error
    try:
        found = client.run(own_versions)
    except Exception as error:  # they can't even import us
        finding = Diagnostic.of("batch/not-installed", None, reason=_said(error))
        raise Absent([finding]) from error
    if others := sorted(worker for worker, versions in found.items() if versions != own_versions()):
        raise Absent([Diagnostic.of("batch/other-versions", None, workers=", ".join(others))])


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
