"""Typography: what a person typed becomes what a typesetter would set."""

from brochure.language.typography import typeset, typeset_text

__all__ = ["typeset", "typeset_text"]
