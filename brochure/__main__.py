"""`python -m brochure` is the command `brochure`."""

from brochure.cli.main import main

main()
