"""Who is at the other end of a Unix socket."""

import socket
import struct


def peer_uid(line: socket.socket) -> int | None:
    """The user there, where the system tells; elsewhere the folder alone keeps others out."""
    if not hasattr(socket, "SO_PEERCRED"):
        return None
    data = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return int(struct.unpack("3i", data)[1])
