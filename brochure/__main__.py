"""`python -m brochure` is the command `brochure`."""

from brochure.cli.entry import main

main()
