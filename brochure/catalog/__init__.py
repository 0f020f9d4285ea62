"""Data of the trade, one TOML file an entry: formats, folds, profiles, languages, conditions."""

from brochure.catalog.checks import CheckProfile
from brochure.catalog.conditions import Condition
from brochure.catalog.folds import Crease, Fold, Panel, Side
from brochure.catalog.formats import Edges, Format
from brochure.catalog.languages import Language
from brochure.catalog.legibility import legible_x_height
from brochure.catalog.load import known
from brochure.catalog.preflight import Variant
from brochure.catalog.profiles import Profile
from brochure.catalog.standards import Standard

__all__ = [
    "CheckProfile",
    "Condition",
    "Crease",
    "Edges",
    "Fold",
    "Format",
    "Language",
    "Panel",
    "Profile",
    "Side",
    "Standard",
    "Variant",
    "known",
    "legible_x_height",
]
