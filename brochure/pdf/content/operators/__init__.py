"""The operators of content streams (ISO 32000-1, annex A), by families."""

from brochure.pdf.content.interpreter import Operator
from brochure.pdf.content.operators import colours, marked, parameters, paths, text, x_objects

OPERATORS: dict[str, Operator] = {
    **parameters.OPERATORS,
    **colours.OPERATORS,
    **paths.OPERATORS,
    **text.OPERATORS,
    **x_objects.OPERATORS,
    **marked.OPERATORS,
}
