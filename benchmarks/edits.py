"""Edits of the brochure that are the same in YAML, HTML and JSON: each text stands in all once."""

EDITS = {
    "word": ("optimistische", "optimistische{}"),
    "record": ("Was wir über Bochum sagen wollen", "Für Haushalt {} in Langendreer"),
}
"""`word` changes one word of page 11; `record` the line on the cover that a record fills in."""


def edited(text: str, edit: str, number: int) -> str:
    """The text after an edit; it must have held what is changed, once."""
    old, new = EDITS[edit]
    if text.count(old) != 1:
        raise ValueError(f"“{old}” stands {text.count(old)} times in the text")
    return text.replace(old, new.format(number))
