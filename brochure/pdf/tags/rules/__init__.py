"""How an element of each structure type is read, where that is more than its name.

One file a family: lists, tables, figures, formulas, links, notes, abbreviations, contents.
"""

from brochure.pdf.tags.reading import Rule
from brochure.pdf.tags.rules.abbreviations import abbreviation
from brochure.pdf.tags.rules.figures import figure
from brochure.pdf.tags.rules.formulas import formula
from brochure.pdf.tags.rules.links import link
from brochure.pdf.tags.rules.lists import list_
from brochure.pdf.tags.rules.notes import footnote, note
from brochure.pdf.tags.rules.tables import table

RULES: dict[str, Rule] = {
    "L": list_,
    "Table": table,
    "Figure": figure,
    "Formula": formula,
    "Link": link,
    "FENote": note,
    "footnote": footnote,
    "abbr": abbreviation,
}
