"""Templates ready to be filled, and the units that they have made."""

from jinja2 import Environment, Template

from brochure.html.window import Rendered, Window
from brochure.recent import Recent

UNITS = 500
"""Rendered units that stay in memory, for records that share them."""


class Press:
    """What is shared by the renderers of all records: templates are compiled once."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.window = Window()
        self.rendered: Recent[object, Rendered] = Recent(UNITS)
        environment.globals["document"] = self.window

    def template(self, name: str) -> Template:
        """A template by its name."""
        return self.environment.get_template(name)
