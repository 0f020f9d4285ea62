"""Document → HTML units, by Jinja templates that a look may override."""

from brochure.html.emptied import without_content
from brochure.html.layouts import wrong_layouts
from brochure.html.render import Renderer
from brochure.html.units import Unit, expected_texts, units_of

__all__ = ["Renderer", "Unit", "expected_texts", "units_of", "without_content", "wrong_layouts"]
