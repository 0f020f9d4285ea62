"""What an expression means: its type, what it may lack, and a function from a record to its value.

All of it is known before any record is read; what a record could do wrong here is ruled out.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import reduce
from typing import Any

from brochure.document.data import Field, Value
from brochure.merge.expression import (
    Choice,
    Comparison,
    Constant,
    Expression,
    Fault,
    Filtered,
    Joined,
    Name,
    Negation,
)
from brochure.merge.filters import DEFAULT, FILTERS, SHOWN_BY, TEXTS, fits, known_arguments

Values = Mapping[str, Value]
Evaluate = Callable[[Values], Any]

RECORD = "record"
NUMBERS = frozenset({"integer", "decimal", "money"})
ALIKE = (TEXTS | {"picture"}, NUMBERS, frozenset({"date"}), frozenset({"boolean"}))
"""Types that can be compared with one another."""
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Scope:
    """What an expression can speak of: the fields of a record, and names such as `format`."""

    fields: Mapping[str, Field]
    language: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """The type of an expression and how its value is found.

    `lacks` names fields without which it has no value, `there` those that have one where it is
    true; `text` is what a constant says.
    """

    type: str
    of: Evaluate = field(repr=False)
    lacks: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    currency: str = ""
    values: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """Texts of the person's own that it may give."""


def meaning(expression: Expression, scope: Scope) -> Meaning:
    """The meaning of an expression; raises `Fault` where it has none."""
    match expression:
        case Constant(value):
            return _constant(value)
        case Name():
            return _name(expression, scope)
        case Filtered():
            return _filtered(expression, scope)
        case Comparison():
            return _comparison(expression, scope)
        case Joined():
            return _joined(expression, scope)
        case Negation(value):
            inner = _true(meaning(value, scope))
            return Meaning("boolean", lambda values: not inner(values))
        case Choice():
            return _choice(expression, scope)


def truth(expression: Expression, scope: Scope) -> Callable[[Values], bool]:
    """An expression as a condition: a value that is there is true, unless it is `false`."""
    return _true(meaning(expression, scope))


def shown(expression: Expression, scope: Scope) -> Meaning:
    """An expression as it is shown: a text by its type's own filter, and always there."""
    found = meaning(expression, scope)
    if found.lacks:
        lacking = ", ".join(sorted(found.lacks))
        raise Fault("may-be-missing", expression.at, name=lacking)
    if found.type in TEXTS:
        return found
    if found.type not in SHOWN_BY:
        raise Fault("not-shown", expression.at, type=found.type)
    return _formed(found, SHOWN_BY[found.type], None, scope.language)


def _constant(value: Value) -> Meaning:
    types = {bool: "boolean", int: "integer", Decimal: "decimal", str: "text"}
    texts = (value,) if isinstance(value, str) else ()
    return Meaning(types[type(value)], lambda values: value, texts=texts)


def _name(name: Name, scope: Scope) -> Meaning:
    if name.owner == "" and name.name in scope.names:
        key = f" {name.name}"  # with a blank, as no field can be called
        return Meaning("text", lambda values: values[key])
    if name.owner != RECORD:
        written = f"{name.owner}.{name.name}" if name.owner else name.name
        known = [*scope.names, *(f"{RECORD}.{item}" for item in scope.fields)]
        raise Fault("unknown-name", name.at, name=written, near=_near(written, known))
    if name.name not in scope.fields:
        near = _near(name.name, list(scope.fields))
        raise Fault("unknown-field", name.at + len(f"{RECORD}."), name=name.name, near=near)
    described, key = scope.fields[name.name], name.name
    return Meaning(
        described.type,
        lambda values: values[key],
        lacks=frozenset({key}) if described.optional else frozenset(),
        there=frozenset({key}),
        currency=described.currency or "",
        values=described.values,
    )


def _filtered(expression: Filtered, scope: Scope) -> Meaning:
    value = meaning(expression.value, scope)
    if expression.filter == DEFAULT:
        return _with_default(expression, value, scope)
    if expression.filter not in FILTERS:
        near = _near(expression.filter, [*FILTERS, DEFAULT])
        raise Fault("unknown-filter", expression.at, name=expression.filter, near=near)
    known, argument = FILTERS[expression.filter], expression.argument
    if value.type not in known.takes:
        takes = ", ".join(sorted(known.takes))
        code, name = "filter-type", expression.filter
        raise Fault(code, expression.at, filter=name, type=value.type, takes=takes)
    if argument is None and not known.needed:
        return _formed(value, expression.filter, known.otherwise, scope.language)
    if argument is None or not fits(known.argument, argument.value):
        at = argument.at if argument else expression.at
        takes = known_arguments(known.argument)
        raise Fault("filter-argument", at, filter=expression.filter, takes=takes)
    return _formed(value, expression.filter, argument.value, scope.language)


def _formed(value: Meaning, filter_: str, argument: object, language: str) -> Meaning:
    """A value as the text that a filter makes of it; what is missing stays so."""
    known, inner, currency = FILTERS[filter_], value.of, value.currency
    form, given = known.text, known.otherwise if argument is None else argument

    def of(values: Values) -> str | None:
        found = inner(values)
        return None if found is None else form(found, given, currency, language)

    texts = tuple(form(text, given, currency, language) for text in value.texts)
    return Meaning("text", of, lacks=value.lacks, there=value.there, texts=texts)


def _with_default(expression: Filtered, value: Meaning, scope: Scope) -> Meaning:
    given = expression.argument
    if given is None or not isinstance(given.value, str):
        at = given.at if given else expression.at
        raise Fault("filter-argument", at, filter=DEFAULT, takes="'…'")
    if value.type in SHOWN_BY:
        value = _formed(value, SHOWN_BY[value.type], None, scope.language)
    elif value.type == "boolean":
        raise Fault("not-shown", expression.at, type=value.type)
    inner, otherwise = value.of, given.value
    return replace(
        value,
        of=lambda values: otherwise if (found := inner(values)) is None else found,
        lacks=frozenset(),
        there=frozenset(),
        texts=(*value.texts, otherwise),
    )


def _comparison(expression: Comparison, scope: Scope) -> Meaning:
    left, right = meaning(expression.left, scope), meaning(expression.right, scope)
    left, right = _dated(left, right, expression.left), _dated(right, left, expression.right)
    group = next((group for group in ALIKE if left.type in group), frozenset())
    ordered = left.type in NUMBERS | {"date"}
    if right.type not in group or (expression.sign not in ("==", "!=") and not ordered):
        types = {"left": left.type, "right": right.type}
        raise Fault("compare", expression.at, sign=expression.sign, **types)
    _refuse_unknown_choice(left, right, expression.right)
    _refuse_unknown_choice(right, left, expression.left)
    one, other, sign = left.of, right.of, SIGNS[expression.sign]

    def of(values: Values) -> bool:
        first, second = one(values), other(values)
        if first is None or second is None:  # what is missing equals nothing
            return expression.sign == "!="
        return sign(first, second)

    there = left.there | right.there if expression.sign != "!=" else frozenset()
    return Meaning("boolean", of, there=there)


def _dated(value: Meaning, other: Meaning, written: Expression) -> Meaning:
    """A text beside a date is a date: `record.termin > '2026-12-01'`."""
    if value.type != "text" or other.type != "date":
        return value
    at = written.at
    try:
        found = date.fromisoformat(value.texts[0] if value.texts else "")
    except ValueError as error:
        raise Fault("not-a-date", at, text="".join(value.texts)) from error
    return Meaning("date", lambda values: found)


def _refuse_unknown_choice(value: Meaning, other: Meaning, written: Expression) -> None:
    for text in other.texts if value.values else ():
        if text not in value.values:
            near = _near(text, list(value.values))
            raise Fault("not-a-choice", written.at, text=text, near=near)


def _joined(expression: Joined, scope: Scope) -> Meaning:
    parts = [meaning(part, scope) for part in expression.parts]
    tests = [_true(part) for part in parts]
    if expression.word == "or":
        there = reduce(frozenset.__and__, (part.there for part in parts))
        return Meaning("boolean", lambda values: any(test(values) for test in tests), there=there)
    there = reduce(frozenset.__or__, (part.there for part in parts))
    return Meaning("boolean", lambda values: all(test(values) for test in tests), there=there)


def _choice(expression: Choice, scope: Scope) -> Meaning:
    asked = meaning(expression.condition, scope)
    test = _true(asked)
    first, second = meaning(expression.value, scope), meaning(expression.otherwise, scope)
    lacks = (first.lacks - asked.there) | second.lacks
    type_ = _common(first, second)
    if type_ is None:
        first, second = (_as_text(part, scope.language, expression) for part in (first, second))
        type_ = "text"
    one, other = first.of, second.of
    return Meaning(
        type_,
        lambda values: one(values) if test(values) else other(values),
        lacks=lacks,
        there=first.there & second.there,
        currency=first.currency or second.currency,
        texts=(*first.texts, *second.texts),
    )


def _common(first: Meaning, second: Meaning) -> str | None:
    """The type of a value that is one or the other; a text may name a picture."""
    types = {first.type, second.type}
    if len(types) == 1 and first.currency == second.currency:
        return first.type
    if types == {"picture", "text"} and (first.texts or second.texts):
        return "picture"
    return "text" if types <= TEXTS else None


def _as_text(value: Meaning, language: str, choice: Choice) -> Meaning:
    if value.type in SHOWN_BY:
        return _formed(value, SHOWN_BY[value.type], None, language)
    if value.type not in TEXTS:
        raise Fault("not-shown", choice.at, type=value.type)
    return value


def _true(value: Meaning) -> Callable[[Values], bool]:
    inner = value.of

    def test(values: Values) -> bool:
        found = inner(values)
        return found is not None and found is not False

    return test


def _near(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, 3) or known[:8]) or "–"
