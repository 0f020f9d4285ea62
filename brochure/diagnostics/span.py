"""A place in a file that a person can go to."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Place in a source file; `file` is relative to the project, lines and columns count from 1.

    In a PDF: the page, and left, top, width and height in mm on the finished page.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    page: int = 0
    area: tuple[float, ...] = ()

    def __str__(self) -> str:
        """`file:line:column`, leaving out what is not known (0); a page as RFC 8118 writes it."""
        if self.page:
            left, top = (round(number) for number in self.area[:2] or (0, 0))
            place = f" ({left} × {top} mm)" if self.area else ""
            return f"{self.file}#page={self.page}{place}"
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read back what `str` wrote, as it stands in `data-source` attributes."""
        file, line, column = text.rsplit(":", 2)
        return cls(file, int(line), int(column))
