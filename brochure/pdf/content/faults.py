"""What can be wrong with content, and how much of it is looked at."""

from brochure.pdf.content.values import BROKEN

INSTRUCTIONS = 2_000_000
OBJECTS = 250_000
DEPTH = 24
"""Forms, patterns and glyphs in one another (ISO 32000-1, C.2 asks for 28 states)."""
STATES = 512

TOLERATED = (*BROKEN, ArithmeticError, RecursionError)
"""What an instruction with wrong operands may raise; it is left out, and told."""


class Exhausted(Exception):  # noqa: N818 - it says why reading ends
    """A file has more than is looked at."""


class Budget:
    """How much more of a file may be looked at."""

    def __init__(self) -> None:
        self.instructions = INSTRUCTIONS
        self.objects = OBJECTS

    def carried_out(self, instructions: int) -> None:
        """So many more are carried out."""
        self.instructions -= instructions
        if self.instructions < 0:
            raise Exhausted

    def painted(self) -> None:
        """One more is painted."""
        self.objects -= 1
        if self.objects < 0:
            raise Exhausted
