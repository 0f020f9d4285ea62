"""A service whose calls do what the test says: `serving.py ADDRESS ROOT [IDLE] [OWNER]`."""

import os
import sys
import time
from pathlib import Path

import jobs

from brochure.batch.daemon import Charge, Service
from brochure.cli.client import facts


def run(words: list[str]) -> int:
    """`build DEED …`; each call leaves a mark, so that one done twice is seen."""
    _, deed, *more = words
    with Path(os.environ["MARKS"]).open("a") as marks:
        marks.write(f"{deed}\n")
    try:
        return globals()[deed](*more)
    except KeyboardInterrupt:
        return 130


def tell() -> int:
    mask = os.umask(0)
    told = [os.getcwd(), os.environ.get("SOURCE_DATE_EPOCH"), oct(mask), sys.stdin.read()]
    print(*told, sys.stdout.encoding, os.environ.get("FONTCONFIG_FILE"), sep="|")
    print("to stderr: ü", file=sys.stderr)
    return 3


def die(number: str) -> int:
    os.kill(os.getpid(), int(number))
    return 0


def wait(seconds: str) -> int:
    print(os.getpid(), flush=True)
    time.sleep(float(seconds))
    print("over")
    return 7


def pour() -> int:
    try:
        for _ in range(100_000):
            print("many words")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141
    return 0


if __name__ == "__main__":
    address, root, *more = sys.argv[1:]
    idle, owner = [*more, *["60", str(os.getuid())][len(more) :]]
    Service(
        Charge(
            address=Path(address),
            facts=facts(root),
            warm=jobs.nothing,
            watched=(Path(root) / "fonts",),
            run=run,
            idle=float(idle),
            owner=int(owner),
        )
    ).serve(lambda: print("ready", flush=True))
