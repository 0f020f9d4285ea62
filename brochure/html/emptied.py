"""The HTML of a unit without its content: what the margins of its pages are laid out from."""

import re
from dataclasses import replace

from brochure.document.html import HtmlUnit

BODY = re.compile(r"(<body[^>]*>)(.*)", re.DOTALL)
STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL)


def without_content(unit: HtmlUnit) -> HtmlUnit:
    """The unit with an empty body; styles stay, wherever they stand."""
    html = BODY.sub(lambda found: found[1] + "".join(STYLE.findall(found[2])), unit.html)
    return replace(unit, html=html)
