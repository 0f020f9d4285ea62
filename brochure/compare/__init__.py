"""Two files → by what they differ, as values; it knows no PDF library, and PDFium as a painter."""

from brochure.compare.boxes import box_changes
from brochure.compare.by_page import on_pages, without_whole_pages
from brochure.compare.colours import colour_changes
from brochure.compare.facts import fact_changes, font_changes
from brochure.compare.pages import PagePair, page_changes, page_pairs
from brochure.compare.pictures import Painter
from brochure.compare.sheets import changed_sheets, picture_changes
from brochure.compare.tags import tag_changes
from brochure.compare.words import text_changes

__all__ = [
    "PagePair",
    "Painter",
    "box_changes",
    "changed_sheets",
    "colour_changes",
    "fact_changes",
    "font_changes",
    "on_pages",
    "page_changes",
    "page_pairs",
    "picture_changes",
    "tag_changes",
    "text_changes",
    "without_whole_pages",
]
