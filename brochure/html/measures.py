"""What a format gives to stylesheets: its measures as custom properties.

They stand on `@page` too: margin boxes take them from there, having no element around them.
"""

from brochure.catalog import Format, legible_x_height
from brochure.document.look import MEASURES


def measures_css(format_: Format) -> str:
    """A declaration for each of `MEASURES`."""
    panels = [panel for side in format_.sides for panel in side.panels]
    values = (
        f"{format_.width}mm",
        f"{format_.height}mm",
        f"{max((panel.width for panel in panels), default=format_.width)}mm",
        f"{max((panel.height for panel in panels), default=format_.height)}mm",
        f"{format_.bleed.largest}mm",
        f"{format_.text}pt",
        f"{legible_x_height(format_.distance):.2f}mm",
    )
    pairs = zip(MEASURES, values, strict=True)
    declarations = "; ".join(f"{name}: {value}" for name, value in pairs)
    return f"@page {{ {declarations} }}\n:root {{ {declarations} }}\n"
