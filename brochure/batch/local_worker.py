"""What Dask does at the start and the end of a worker of this machine (its `preload`)."""

import signal

from brochure.batch.children import close_children


def dask_setup(_: object) -> None:
    """Leave Ctrl-C to the client, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def dask_teardown(_: object) -> None:
    """End the children, so that nobody waits for what they are at."""
    close_children()
