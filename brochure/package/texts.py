"""What is told to people in a package, by templates in `templates/`: both languages, one a file."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from brochure.diagnostics.messages import say


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("brochure.package"),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["say"] = say
    return made


def text(template: str, **values: Any) -> bytes:
    """A template with its values."""
    return _environment().get_template(template).render(**values).encode()
