"""The command, but for what it does when no service does it: it says so and leaves a mark."""

import os
from pathlib import Path

from brochure.cli import entry, main


def here() -> None:
    with Path(os.environ["MARKS"]).open("a") as marks:
        marks.write("here\n")
    print("done here")


if __name__ == "__main__":
    main.main = here  # type: ignore[assignment]
    entry.main()
