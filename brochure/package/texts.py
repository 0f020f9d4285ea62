"""What is told to people in a package, by templates in `templates/`: both languages, one a file."""

from typing import Any

from brochure.templating import environment


def text(template: str, **values: Any) -> bytes:
    """A template with its values."""
    return environment("brochure.package").get_template(template).render(**values).encode()
