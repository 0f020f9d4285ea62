"""The command `brochure` as on its first day: nothing is in the person's cache yet."""

import os
import tempfile

from brochure.cli.main import main

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        main()
