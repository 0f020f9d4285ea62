"""pdf/foreign-font: a font that the look does not name got into the file.

Rationale: when a family has no glyph the engine takes another font silently; the page then looks
different from what was designed (Kozea/WeasyPrint #2310).
"""

from collections.abc import Iterator, Sequence

from brochure.diagnostics import Diagnostic, Span
from brochure.document.look import Look


def foreign_fonts(families: Sequence[str], look: Look, name: str) -> Iterator[Diagnostic]:
    """One finding a family that is used without being named in `look.toml`."""
    span = Span(f"styles/{look.name}/look.toml")
    for family in families:
        if family not in look.families:
            named = ", ".join(look.families)
            yield Diagnostic.of("pdf/foreign-font", span, family=family, named=named, file=name)
