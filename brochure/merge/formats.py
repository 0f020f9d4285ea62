"""Numbers, money and dates as people of a language write them (CLDR, by Babel).

Babel is imported by the first value that needs it: it takes 0.05 s, which no other verb needs.
"""

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Literal

Style = Literal["short", "medium", "long", "full"]
REMEMBERED = 4096  # values of a column repeat, and each takes Babel 20 µs
STYLES: tuple[Style, ...] = ("short", "medium", "long", "full")


@lru_cache(REMEMBERED)
def number(value: int | Decimal, language: str) -> str:
    """With groups of digits and all decimals that it has: `52.340`."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language), decimal_quantization=False)


@lru_cache(REMEMBERED)
def decimal(value: int | Decimal, digits: int, language: str) -> str:
    """With so many digits after the decimal mark: `12,5`."""
    from babel.numbers import format_decimal

    pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
    return format_decimal(value, pattern, locale=_locale(language))


@lru_cache(REMEMBERED)
def percent(value: int | Decimal, digits: int, language: str) -> str:
    """A share of one in percent: `12 %`."""
    from babel.numbers import format_percent

    locale = _locale(language)
    pattern = locale.percent_formats[None].pattern
    places = "." + "0" * digits if digits else ""
    return format_percent(value, pattern.replace("#,##0", f"#,##0{places}"), locale=locale)


@lru_cache(REMEMBERED)
def money(value: Decimal, currency: str, language: str) -> str:
    """An amount with its currency: `12,50 €`."""
    from babel.numbers import format_currency

    return format_currency(value, currency, locale=_locale(language))


@lru_cache(REMEMBERED)
def day(value: date, style: Style, language: str) -> str:
    """A date: `24. Dezember 2026`."""
    from babel.dates import format_date

    return format_date(value, style, locale=_locale(language))


@lru_cache(REMEMBERED)
def weekday(value: date, language: str) -> str:
    """The name of the day of the week."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", "stand-alone", _locale(language))[value.weekday()])


def marks(language: str) -> tuple[str, str]:
    """The decimal mark and the sign between groups of digits."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = _locale(language)
    return get_decimal_symbol(locale), get_group_symbol(locale)


def symbol(currency: str, language: str) -> str:
    """The sign of a currency: `€`."""
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, locale=_locale(language))


@cache
def is_language(tag: str) -> bool:
    """Whether CLDR knows a language by this tag."""
    from babel import UnknownLocaleError

    try:
        return bool(_locale(tag))
    except (ValueError, UnknownLocaleError):
        return False


@cache
def is_currency(code: str) -> bool:
    """Whether ISO 4217 has this code."""
    from babel.numbers import is_currency as known

    return known(code)


@cache
def _locale(language: str) -> Any:
    """CLDR's entry; private parts of a tag (`de-x-leicht`) say nothing of numbers."""
    from babel import Locale

    return Locale.parse(language.partition("-x-")[0], sep="-")
