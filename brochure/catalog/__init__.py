"""Data of the trade, one TOML file an entry: formats, profiles, languages, print conditions."""

from brochure.catalog.conditions import Condition
from brochure.catalog.formats import Format, Panel, Side
from brochure.catalog.languages import Language
from brochure.catalog.load import known
from brochure.catalog.preflight import Variant
from brochure.catalog.profiles import Profile
from brochure.catalog.standards import Standard

__all__ = [
    "Condition",
    "Format",
    "Language",
    "Panel",
    "Profile",
    "Side",
    "Standard",
    "Variant",
    "known",
]
