"""The templates of reports (`templates/`), and what they may call."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from brochure.templating import environment

CODE = re.compile("`([^`]+)`")


@cache
def _environment() -> Environment:
    made = environment("brochure.report")
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
    made = _environment()
    assert made.loader is not None
    return made.loader.get_source(made, name)[0]
