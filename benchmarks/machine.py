"""The machine in general words, and the versions of all that was measured; no names, no paths."""

import os
import platform
from pathlib import Path
from types import ModuleType

from benchmarks import ours
from benchmarks.absent import Absent
from benchmarks.rows import PEERS


def machine() -> dict[str, object]:
    """Cores, processor, system, Python."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "memory GiB": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
    }


def load() -> float:
    """How many processes wanted a core in the last minute."""
    return round(os.getloadavg()[0], 2)


def versions() -> dict[str, str]:
    """The version of each that is here."""
    return {tool.NAME: said for tool in (ours, *PEERS) if (said := _version(tool))}


def _version(tool: ModuleType) -> str | None:
    try:
        said: str = tool.version()
    except Absent:
        return None
    return said


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
