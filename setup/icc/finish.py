"""Give a profile of colprof a fixed date and the name of the data that it was made from.

Usage: finish.py FROM TO
"""

import struct
import sys
from pathlib import Path

CREATED = (2026, 11, 24, 0, 0, 0)
"""Else the same data would give other bytes every time."""
DATA = b"ICCHDAT FOGRA39\0"
"""What the ICC asks for in `targ` of a profile from registered data (https://color.org/registry2.xalter)."""
HEADER, ENTRY = 128, 12


def finish(profile: bytes) -> bytes:
    """The profile with the date and a tag `targ`; its other tags as they are."""
    (count,) = struct.unpack_from(">I", profile, HEADER)
    start = HEADER + 4
    entries = [struct.unpack_from(">4sII", profile, start + ENTRY * i) for i in range(count)]
    entries = [(tag, at + ENTRY, size) for tag, at, size in entries]
    text = b"text" + bytes(4) + DATA
    body = profile[start + ENTRY * count :]
    end = start + ENTRY * (count + 1) + len(body)
    entries.append((b"targ", end, len(text)))
    table = b"".join(struct.pack(">4sII", *entry) for entry in entries)
    tail = text + bytes(-len(text) % 4)
    header = bytearray(profile[:HEADER])
    struct.pack_into(">I", header, 0, end + len(tail))
    struct.pack_into(">6H", header, 24, *CREATED)
    return bytes(header) + struct.pack(">I", count + 1) + table + body + tail


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(finish(Path(sys.argv[1]).read_bytes()))
