"""Markdown of a text → HTML."""

from markupsafe import Markup

from brochure.document.markdown import parser


def inline(text: str) -> Markup:
    """The text without paragraph tags, for places that have an element of their own."""
    return Markup(parser().renderInline(text).strip())


def paragraphs(text: str) -> list[Markup]:
    """Each paragraph's inner HTML."""
    tokens = parser().parse(text)
    renderer, options = parser().renderer, parser().options
    return [
        Markup(renderer.render([token], options, {}).strip())
        for token in tokens
        if token.type == "inline"
    ]
