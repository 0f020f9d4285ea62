"""The templates of reports (`templates/`), and what they may call."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from brochure.diagnostics.messages import say

CODE = re.compile("`([^`]+)`")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("brochure.report"),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["say"] = say
    made.filters["coded"] = coded
    return made


def coded(sentence: str) -> Markup:
    """A sentence with what stands in backticks as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(sentence))))


def text(template: str, **values: Any) -> str:
    """A template with its values."""
    return _environment().get_template(template).render(**values)


def source(name: str) -> str:
    """A stylesheet or a script as it is."""
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]
