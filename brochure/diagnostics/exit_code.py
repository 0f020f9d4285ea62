"""How the command ends, as a number for shells and scripts."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every verb."""

    MADE = 0  # all is well
    FINDINGS = 1  # made, but a check found something
    USAGE = 2  # the command line is wrong (Click's own code)
    BAD_CONTENT = 3  # something a person wrote must be changed first
    MISSING_TOOL = 4  # an outside program or library is not there
    OUR_FAULT = 70  # a bug of ours (EX_SOFTWARE of sysexits.h)
