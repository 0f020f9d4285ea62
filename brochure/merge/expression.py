"""What stands between `{{` and `}}`, as a tree; `at` counts letters from the start of its text."""

from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal

from brochure.diagnostics import Diagnostic, Span


@dataclass(frozen=True)
class Constant:
    """A text in quotation marks, a number, `true` or `false`."""

    value: str | int | Decimal | bool
    at: int


@dataclass(frozen=True)
class Name:
    """`record.quartier`, or a name that needs no owner, such as `format`."""

    owner: str
    name: str
    at: int


@dataclass(frozen=True)
class Filtered:
    """A value brought into a form: `record.termin | date('long')`."""

    value: "Expression"
    filter: str
    argument: Constant | None
    at: int


@dataclass(frozen=True)
class Comparison:
    """`record.einwohner > 1000`."""

    left: "Expression"
    sign: str
    right: "Expression"
    at: int


@dataclass(frozen=True)
class Joined:
    """Conditions that must hold all (`and`) or one of them (`or`)."""

    word: str
    parts: tuple["Expression", ...]
    at: int


@dataclass(frozen=True)
class Negation:
    """`not record.barrierefrei`."""

    value: "Expression"
    at: int


@dataclass(frozen=True)
class Choice:
    """`record.termin if record.termin else 'noch offen'`."""

    value: "Expression"
    condition: "Expression"
    otherwise: "Expression"
    at: int


Expression = Constant | Name | Filtered | Comparison | Joined | Negation | Choice


def names_in(expression: object) -> tuple[Name, ...]:
    """Every name that an expression speaks of."""
    if isinstance(expression, Name):
        return (expression,)
    if isinstance(expression, tuple):
        return sum(map(names_in, expression), ())
    if is_dataclass(expression):
        return names_in(tuple(getattr(expression, field.name) for field in fields(expression)))
    return ()


class Fault(Exception):  # noqa: N818 - it tells what is wrong with somebody's expression
    """What is wrong with an expression: the code of its finding, and where in the text."""

    def __init__(self, code: str, at: int, **values: object) -> None:
        super().__init__(code)
        self.code, self.at, self.values = f"merge/{code}", at, values

    def finding(self, span: Span | None) -> Diagnostic:
        """The finding that tells it."""
        values = tuple((name, str(value)) for name, value in self.values.items())
        return Diagnostic(self.code, span, values=values)
