"""pdf/foreign-font: a font that the look does not name got into the file.

Rationale: when a family has no glyph the engine takes another font silently; the page then looks
different from what was designed (Kozea/WeasyPrint #2310).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.look import DrawnCharacters


def findings(drawn: DrawnCharacters, rule: Rule) -> Iterator[Diagnostic]:
    """One finding a family that is used without being named in `look.toml`.

    Characters that no family of the look drew lead to the text that has them; without any, a style
    is to blame.
    """
    characters, look = drawn.characters, drawn.look
    own = frozenset().union(*(characters.get(family, ()) for family in look.families))
    for family in sorted(set(characters) - set(look.families)):
        lacking = "".join(sorted(characters[family] - own))
        yield rule.at(
            look.families_at,
            family=family,
            named=", ".join(look.families),
            characters=lacking,
        )
