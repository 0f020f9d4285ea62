"""Typography: what a person typed becomes what a typesetter would set."""

from brochure.language.typography import typeset

__all__ = ["typeset"]
