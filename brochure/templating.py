"""Templates of pages for people, one folder `templates` a room; `say` gives their sentences."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from brochure.diagnostics.messages import say


@cache
def environment(package: str) -> Environment:
    """The templates of a room; what gets into HTML is escaped, and what is missing is an error."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["say"] = say
    return made
