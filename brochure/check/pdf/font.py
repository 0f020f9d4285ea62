"""pdf/foreign-font: a font that the look does not name got into the file.

Rationale: when a family has no glyph the engine takes another font silently; the page then looks
different from what was designed (Kozea/WeasyPrint #2310).
"""

from collections.abc import Iterator, Mapping

from brochure.diagnostics import Diagnostic
from brochure.document.look import Look


def foreign_fonts(characters: Mapping[str, frozenset[str]], look: Look) -> Iterator[Diagnostic]:
    """One finding a family that is used without being named in `look.toml`.

    `characters` are those drawn with each family. Those that no family of the look drew lead to the
    text that has them; without any, a style is to blame.
    """
    own = frozenset().union(*(characters.get(family, ()) for family in look.families))
    for family in sorted(set(characters) - set(look.families)):
        lacking = "".join(sorted(characters[family] - own))
        yield Diagnostic.of(
            "pdf/foreign-font",
            look.families_at,
            family=family,
            named=", ".join(look.families),
            characters=lacking,
        )
